package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.mapping.Mapping.LotDate;

/**
 * A date as read from a document.
 *
 * @param text ISO 8601; {@code ""} when none is stated that exists
 * @param issue what is doubtful about it, null when nothing is
 */
record DateRead(String text, Issue issue) {
    static final DateRead NONE = new DateRead("", null);

    /**
     * A date of a lot. Where goods are good until a month, that is its last day (GS1 General Specifications, 3.4.7; USP,
     * general chapter 7); of no other days one is chosen.
     *
     * @param what the date in words, for a doubt; {@code ""} where its segment names it
     */
    static DateRead of(LotDate kind, Value value, String what) {
        Days days = Dates.days(value);
        boolean until = kind == LotDate.EXPIRES || kind == LotDate.BEST_BEFORE;
        boolean told = days != null && (days.span() == Days.Span.DAY || (until && days.span() == Days.Span.MONTH));
        if (told) {
            return new DateRead(days.last().toString(), null);
        }
        String words = what.isEmpty() ? "date in segment " + value.segment().number() : what;
        return new DateRead("", DateDoubt.noDay(words, value, days));
    }
}
