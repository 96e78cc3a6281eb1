package io.lotwire.smooks;

import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.visitor.sax.ng.BeforeVisitor;
import org.w3c.dom.Element;

/** Counts the records of a file as they come by. */
final class RecordCount implements BeforeVisitor {
    private static final TypedKey<RecordCount.Count> COUNT = TypedKey.of();

    /** How many records have begun, and the element of the last one. */
    static final class Count {
        private int records;
        private Object last;
    }

    static Count start(ExecutionContext context) {
        Count count = new Count();
        context.put(COUNT, count);
        return count;
    }

    /** The number of the record that an element is, or that comes first in it, when asked at the element's start. */
    static int at(Count count, Object element) {
        return count.last == element ? count.records : count.records + 1;
    }

    @Override
    public void visitBefore(Element record, ExecutionContext context) {
        Count count = context.get(COUNT);
        count.records++;
        count.last = record;
    }
}
