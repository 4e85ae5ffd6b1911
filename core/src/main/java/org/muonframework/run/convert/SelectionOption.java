package org.muonframework.run.convert;

import org.muonframework.data.expression.Expression;
import org.muonframework.data.expression.ExpressionException;
import org.muonframework.data.expression.Type;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;

/** The condition of {@code --selection}. */
public final class SelectionOption {

    private static final String NAME = "--selection";

    private SelectionOption() {}

    /**
     * The condition as an expression of some columns.
     *
     * @throws ConfigurationException if it cannot be understood, or is no condition
     */
    public static Expression parse(String text, Schema schema) {
        try {
            Expression expression = Expression.parse(text, schema);
            if (expression.type() != Type.BOOLEAN) {
                throw new ConfigurationException(
                        NAME, "the expression gives " + expression.type().words() + ", where a condition is expected");
            }
            return expression;
        } catch (ExpressionException e) {
            throw new ConfigurationException(NAME, e.getMessage());
        }
    }
}
