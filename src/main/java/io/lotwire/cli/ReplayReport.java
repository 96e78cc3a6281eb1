package io.lotwire.cli;

import io.lotwire.replay.Replay;
import java.io.IOException;

/** A replay as it is printed. */
interface ReplayReport extends Replay.Taker {
    /** All files were read again. */
    void end() throws IOException;
}
