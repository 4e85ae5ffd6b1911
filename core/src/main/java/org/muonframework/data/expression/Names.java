package org.muonframework.data.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.Suggestions;

/** What the names in an expression stand for. */
final class Names {

    private final Schema schema;

    Names(Schema schema) {
        this.schema = schema;
    }

    /** A column, or a constant where no column has the name. */
    Node value(Token name) {
        Optional<ColumnSpec> column = schema.find(name.text());
        if (column.isPresent()) {
            return column(column.get(), name);
        }
        if (name.kind() == Token.Kind.NAME) {
            Optional<Constants> constant = Constants.find(name.text());
            if (constant.isPresent()) {
                return constant.get().node();
            }
            Callable callable = Callable.named(name.text());
            if (callable.exists()) {
                throw new ExpressionException(
                        "'" + name.text() + "' is a function", name.position(), "Write " + callable.signature());
            }
        }
        String reason = schema.unreadable().get(name.text());
        if (reason != null) {
            throw new ExpressionException(
                    "column '" + name.text() + "' cannot be read", name.position(), "The reason: " + reason);
        }
        throw new ExpressionException(
                "unknown column '" + name.text() + "'",
                name.position(),
                advice(name.text(), Stream.concat(Constants.names(), Callable.names())));
    }

    /** The function of this name. */
    Callable function(Token name) {
        Callable callable = Callable.named(name.text());
        if (callable.exists()) {
            return callable;
        }
        if (schema.find(name.text()).isPresent()) {
            throw new ExpressionException(
                    "'" + name.text() + "' is a column, not a function",
                    name.position(),
                    "An operator is missing before the parenthesis");
        }
        throw new ExpressionException(
                "unknown function '" + name.text() + "'",
                name.position(),
                Suggestions.didYouMean(name.text(), Callable.names().toList()).strip());
    }

    private static Node column(ColumnSpec column, Token name) {
        if (column.jagged()) {
            if (column.type() == ColumnType.TEXT) {
                throw new ExpressionException(
                        "'" + column.name() + "' is a list of texts in every row, with which nothing can be computed",
                        name.position(),
                        "");
            }
            return new ListNode.ListColumn(
                    column.name(), column.type() == ColumnType.BOOLEAN ? Type.BOOLEAN : Type.NUMBER, column.unit());
        }
        return column.type() == ColumnType.TEXT
                ? new Node.TextColumn(column.name())
                : new Node.NumberColumn(column.name(), column.type(), column.unit());
    }

    /** Names of the language are offered only when near; the columns also when nothing is. */
    private String advice(String wrong, Stream<String> language) {
        List<String> all = Stream.concat(schema.names().stream(), language).toList();
        boolean near = Suggestions.nearest(wrong, all).isPresent();
        return Suggestions.didYouMean(wrong, near ? all : schema.names()).strip();
    }
}
