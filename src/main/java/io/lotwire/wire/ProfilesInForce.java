package io.lotwire.wire;

import io.lotwire.partner.Profiles;

/** Tells wires whom we exchange with. */
@FunctionalInterface
public interface ProfilesInForce {
    /** The profiles of this moment. */
    Profiles profiles();
}
