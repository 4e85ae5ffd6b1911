package org.muonframework.data.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.muonframework.spi.data.Schema;

/**
 * Reads an expression by recursive descent, from the loosest operators to the tightest:
 * {@code ?:}, {@code ||}, {@code &&}, comparisons, {@code + -}, {@code * / %}, unary {@code - !}, {@code ^},
 * {@code [ ]}.
 */
final class Parser {

    private static final int LONGEST_TEXT = 10_000;
    private static final int DEEPEST_NESTING = 100;

    private final String text;
    private final List<Token> tokens;
    private final Names names;
    private final Assembler assembler;
    private int next;
    private int nesting;

    Parser(String text, Schema schema) {
        if (text.length() > LONGEST_TEXT) {
            throw new ExpressionException(
                    "the expression is longer than " + LONGEST_TEXT + " characters",
                    LONGEST_TEXT,
                    "Split it into derived columns");
        }
        this.text = text;
        tokens = new Lexer(text).tokens();
        names = new Names(schema);
        assembler = new Assembler(text);
    }

    Operand parse() {
        if (peek().kind() == Token.Kind.END) {
            throw new ExpressionException("the expression is empty", 1, "");
        }
        Operand operand = conditional();
        Token rest = peek();
        if (rest.is(")") || rest.is("]")) {
            String open = rest.is(")") ? "(" : "[";
            throw new ExpressionException("'" + rest.text() + "' without '" + open + "'", rest.position(), "");
        }
        if (rest.kind() != Token.Kind.END) {
            throw new ExpressionException("expected an operator before '" + rest.text() + "'", rest.position(), "");
        }
        return operand;
    }

    private Operand conditional() {
        Operand condition = disjunction();
        if (!peek().is("?")) {
            return condition;
        }
        next++;
        Operand yes = nested(this::conditional);
        expect(":", "'? :' needs a second value");
        Operand no = nested(this::conditional);
        return assembler.choice(condition, yes, no);
    }

    private Operand disjunction() {
        Operand left = conjunction();
        while (peek().is("||")) {
            next++;
            left = assembler.disjunction(left, conjunction());
        }
        return left;
    }

    private Operand conjunction() {
        List<Operand> operands = new ArrayList<>();
        operands.add(comparison());
        while (peek().is("&&")) {
            next++;
            operands.add(comparison());
        }
        return operands.size() == 1 ? operands.get(0) : assembler.conjunction(operands);
    }

    private Operand comparison() {
        Operand left = sum();
        if (!isComparison(peek())) {
            return left;
        }
        Token operator = tokens.get(next++);
        Operand compared = assembler.comparison(left, operator, sum());
        if (isComparison(peek())) {
            throw new ExpressionException(
                    "comparisons cannot be chained", peek().position(), "Write a < b && b < c, or use parentheses");
        }
        return compared;
    }

    private Operand sum() {
        Operand left = product();
        while (peek().is("+") || peek().is("-")) {
            Token operator = tokens.get(next++);
            left = assembler.arithmetic(left, operator, product());
        }
        return left;
    }

    private Operand product() {
        Operand left = unary();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            Token operator = tokens.get(next++);
            left = assembler.arithmetic(left, operator, unary());
        }
        return left;
    }

    private Operand unary() {
        Token operator = peek();
        if (operator.is("-")) {
            next++;
            return assembler.negation(operator, nested(this::unary));
        }
        if (operator.is("!")) {
            next++;
            return assembler.not(operator, nested(this::unary));
        }
        return power();
    }

    private Operand power() {
        Operand base = indexed();
        if (!peek().is("^")) {
            return base;
        }
        Token operator = tokens.get(next++);
        return assembler.arithmetic(base, operator, nested(this::unary));
    }

    private Operand indexed() {
        Operand operand = primary();
        while (peek().is("[")) {
            Token open = tokens.get(next++);
            Operand index = nested(this::conditional);
            Token close = expect("]", "the '[' at position " + open.position() + " is not closed");
            operand = assembler.index(operand, index, close.end());
        }
        return operand;
    }

    private Operand primary() {
        Token token = tokens.get(next);
        switch (token.kind()) {
            case NUMBER -> {
                next++;
                return new Operand(number(token.text()), text, token.start(), token.end());
            }
            case TEXT -> {
                next++;
                return new Operand(new Node.TextConstant(token.text()), text, token.start(), token.end());
            }
            case QUOTED_NAME -> {
                next++;
                return new Operand(names.value(token), text, token.start(), token.end());
            }
            case NAME -> {
                next++;
                return peek().is("(") ? call(token) : new Operand(names.value(token), text, token.start(), token.end());
            }
            default -> {
                if (!token.is("(")) {
                    throw unexpected(token);
                }
                next++;
                Operand inner = nested(this::conditional);
                Token close = expect(")", "the '(' at position " + token.position() + " is not closed");
                return inner.spanning(token.start(), close.end());
            }
        }
    }

    private Operand call(Token name) {
        Callable function = names.function(name);
        Token open = tokens.get(next++);
        List<Operand> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(nested(this::conditional));
            while (peek().is(",")) {
                next++;
                arguments.add(nested(this::conditional));
            }
        }
        Token close = expect(")", "the '(' at position " + open.position() + " is not closed");
        return assembler.call(function, name, arguments, close.end());
    }

    private Operand nested(Supplier<Operand> inner) {
        if (++nesting > DEEPEST_NESTING) {
            throw new ExpressionException(
                    "more than " + DEEPEST_NESTING + " levels of nesting",
                    peek().position(),
                    "Split the expression into derived columns");
        }
        Operand operand = inner.get();
        nesting--;
        return operand;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token expect(String symbol, String otherwise) {
        Token token = tokens.get(next);
        if (!token.is(symbol)) {
            String found = token.kind() == Token.Kind.END ? "the end" : "'" + token.text() + "'";
            throw new ExpressionException(
                    otherwise + ": expected '" + symbol + "' but found " + found, token.position(), "");
        }
        next++;
        return token;
    }

    private static ExpressionException unexpected(Token token) {
        String found = token.kind() == Token.Kind.END ? "the end" : "'" + token.text() + "'";
        return new ExpressionException("expected a value but found " + found, token.position(), "");
    }

    private static boolean isComparison(Token token) {
        return token.kind() == Token.Kind.SYMBOL && Operators.COMPARISON.containsKey(token.text());
    }

    private static Node number(String digits) {
        boolean whole = digits.matches("\\d+") && new BigInteger(digits).bitLength() < Long.SIZE;
        OptionalLong exact = whole ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
        return new Node.Constant(Type.NUMBER, Double.parseDouble(digits), exact);
    }
}
