package org.muonframework.spi.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is to be learned from what.
 *
 * @param features names of the input columns, in order; none where all is learned from images
 * @param classes names of the classes 0, 1, …; empty when nothing is classified
 * @param targets names of the columns to regress; empty when nothing is regressed
 * @param images what is learned from beside the features; a model may leave any of them alone
 * @param extras names of columns that a model predicts and that no truth stands against, such as how badly it gives the
 *     features back; a model says them, not an analysis
 */
public record Task(
        List<String> features, List<String> classes, List<String> targets, List<Image> images, List<String> extras) {

    public Task {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        targets = List.copyOf(targets);
        images = images == null ? List.of() : List.copyOf(images); // absent in older files
        extras = extras == null ? List.of() : List.copyOf(extras); // as well
    }

    /** A task of which only classes and targets are predicted. */
    public Task(List<String> features, List<String> classes, List<String> targets, List<Image> images) {
        this(features, classes, targets, images, List.of());
    }

    /** A task without images. */
    public Task(List<String> features, List<String> classes, List<String> targets) {
        this(features, classes, targets, List.of());
    }

    /** Whether classes are told apart. */
    public boolean classifies() {
        return !classes.isEmpty();
    }

    /** Whether numbers are regressed. */
    public boolean regresses() {
        return !targets.isEmpty();
    }

    /** The same task on other features. */
    public Task withFeatures(List<String> other) {
        return new Task(other, classes, targets, images, extras);
    }

    /** The same task with other images. */
    public Task withImages(List<Image> other) {
        return new Task(features, classes, targets, other, extras);
    }

    /** The same task with other columns that are predicted beside classes and targets. */
    public Task withExtras(List<String> other) {
        return new Task(features, classes, targets, images, other);
    }

    /** The same features and images, without classes and targets. */
    public Task unsupervised() {
        return new Task(features, List.of(), List.of(), images, extras);
    }

    /**
     * Names of the columns that a model of this task predicts: {@code score} for two classes (the probability of class
     * 1), {@code score_<class>} for more, the name of each target, and the extras.
     */
    public List<String> predictions() {
        var scores = classes.size() == 2
                ? List.of("score")
                : classes.stream().map(name -> "score_" + name).toList();
        return Stream.of(scores, targets, extras).flatMap(List::stream).toList();
    }

    /** The classes that have a score of their own: of two classes class 1, of more all, in order. */
    public List<Integer> scoredClasses() {
        return IntStream.range(firstScored(), classes.size()).boxed().toList();
    }

    /**
     * The index of a class' score among the {@linkplain #predictions() predictions}.
     *
     * @param klass one of {@link #scoredClasses()}
     * @throws IllegalArgumentException if the class has no score of its own
     */
    public int scoreOf(int klass) {
        if (klass < firstScored() || klass >= classes.size()) {
            throw new IllegalArgumentException("class " + klass + " of " + classes + " has no score of its own");
        }
        return klass - firstScored();
    }

    /**
     * The index of a target among the {@linkplain #predictions() predictions}.
     *
     * @throws IllegalArgumentException if nothing of this name is regressed
     */
    public int predictionOf(String target) {
        int index = targets.indexOf(target);
        if (index < 0) {
            throw new IllegalArgumentException("'" + target + "' is no target; targets are: " + targets);
        }
        return classes.size() - firstScored() + index;
    }

    /**
     * The index of an extra column among the {@linkplain #predictions() predictions}.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public int extraOf(String extra) {
        int index = extras.indexOf(extra);
        if (index < 0) {
            throw new IllegalArgumentException("'" + extra + "' is not predicted beside targets; there is " + extras);
        }
        return classes.size() - firstScored() + targets.size() + index;
    }

    private int firstScored() {
        return classes.size() == 2 ? 1 : 0;
    }
}
