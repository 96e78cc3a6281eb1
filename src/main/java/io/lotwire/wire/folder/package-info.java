/** The folder wire: files in plain folders of this machine, or of a share that is mounted here. */
package io.lotwire.wire.folder;
