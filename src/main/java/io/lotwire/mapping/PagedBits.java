package io.lotwire.mapping;

import java.util.Arrays;

/** 64 bits for each of many things in a row; where none is set, nothing is kept. */
final class PagedBits {
    private static final int PAGE = 1 << 10;

    private long[][] pages = new long[8][];

    void set(int index, int bit) {
        int page = index / PAGE;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new long[PAGE];
        }
        pages[page][index % PAGE] |= 1L << bit;
    }

    boolean get(int index, int bit) {
        int page = index / PAGE;
        return page < pages.length && pages[page] != null && (pages[page][index % PAGE] & 1L << bit) != 0;
    }
}
