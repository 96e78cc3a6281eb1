package io.lotwire.ledger;

import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Arrays of bytea as parameters: the driver takes them as {@code byte[][]} only, which Jdbi does not make. */
final class ByteColumns {
    private ByteColumns() {}

    /** Binds an element for each row; null elements are allowed. */
    static <S extends SqlStatement<S>, R> S bind(
            S statement, Handle handle, String name, List<R> rows, Function<R, byte[]> value) {
        byte[][] elements = rows.stream().map(value).toArray(byte[][]::new);
        try {
            return statement.bindBySqlType(name, handle.getConnection().createArrayOf("bytea", elements), Types.ARRAY);
        } catch (SQLException e) {
            throw new IllegalStateException("the driver makes no array of bytea", e);
        }
    }
}
