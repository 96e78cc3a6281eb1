package io.lotwire.capture;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A file of lot events or scans, and what was agreed about it.
 *
 * @param partner who sent it, by profile name
 * @param name its name, for places of problems
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 * @param receivedAt when it came in: what it tells of later times is not done yet
 * @param home where times are meant that state no offset, null when that is not agreed
 * @param lotRequired true when an item without a lot is an error
 */
public record CapturedFile(
        String partner, String name, String sha256, Instant receivedAt, ZoneId home, boolean lotRequired) {}
