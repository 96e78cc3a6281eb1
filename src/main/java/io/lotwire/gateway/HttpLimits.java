package io.lotwire.gateway;

import java.time.Duration;

/**
 * What the HTTP ports take.
 *
 * @param connections so many at a time ({@code LOTWIRE_HTTP_CONNECTIONS})
 * @param firstByte so long a new connection may say nothing ({@code LOTWIRE_HTTP_FIRST_BYTE_SECONDS})
 */
public record HttpLimits(int connections, Duration firstByte) {
    static final HttpLimits USUAL = new HttpLimits(1000, Duration.ofSeconds(30));
    static final int MOST_CONNECTIONS = 100_000;
    static final int LONGEST_FIRST_BYTE_SECONDS = 300;
}
