package org.muonframework.run.assemble;

import java.util.Optional;
import org.muonframework.data.expression.Expression;
import org.muonframework.data.expression.ExpressionException;
import org.muonframework.data.expression.Type;
import org.muonframework.spi.data.Schema;

/** Tells whether an expression that a metric or a model asks for is a number that the columns can give. */
final class NumberCheck {

    private NumberCheck() {}

    /** What is wrong with an expression, if anything is: {@code asks for 'pt2': there is no column 'pt2' …}. */
    static Optional<String> objection(String text, Schema columns) {
        try {
            return Expression.parse(text, columns).type() == Type.TEXT
                    ? Optional.of("needs a number, and '" + text + "' is text; compare it, as in: name == \"muon\"")
                    : Optional.empty();
        } catch (ExpressionException failure) {
            return Optional.of("asks for '" + text + "': " + failure.getMessage());
        }
    }
}
