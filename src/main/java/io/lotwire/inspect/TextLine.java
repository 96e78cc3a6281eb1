package io.lotwire.inspect;

/**
 * A line of a document that is text, such as JSON lines or CSV.
 *
 * @param number its number in the document, from 1; problems name it as their segment
 * @param from byte offset of its first byte
 * @param to byte offset behind its last byte, its line end not counted
 * @param text what it says, read as UTF-8; of a long one only its beginning
 * @param isCut true when there is more of it
 */
public record TextLine(int number, long from, long to, String text, boolean isCut) {
    /** How many bytes it has in all, whether it is cut or not. */
    public long length() {
        return to - from;
    }
}
