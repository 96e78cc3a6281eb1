package io.lotwire.gateway.http;

import io.lotwire.setting.Allowed;
import io.lotwire.setting.Setting;
import io.lotwire.setting.SettingReader;
import java.time.Duration;

/**
 * What the HTTP ports take.
 *
 * @param connections so many at a time
 * @param firstByte so long a new connection may say nothing
 */
public record HttpLimits(int connections, Duration firstByte) {
    public static final Setting<Integer> CONNECTIONS = Setting.of(
            "LOTWIRE_HTTP_CONNECTIONS",
            Allowed.number(1, 100_000),
            "1000",
            "Connections to the HTTP and the HTTPS port at a time; one more hears status 503.");
    public static final Setting<Duration> FIRST_BYTE = Setting.of(
            "LOTWIRE_HTTP_FIRST_BYTE_SECONDS",
            Allowed.seconds(1, 300),
            "30",
            "How long a new connection may say nothing before it is closed.");

    /** The limits that are set. */
    public static HttpLimits of(SettingReader settings) {
        return new HttpLimits(settings.value(CONNECTIONS), settings.value(FIRST_BYTE));
    }
}
