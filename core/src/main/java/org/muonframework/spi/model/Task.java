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
 */
public record Task(List<String> features, List<String> classes, List<String> targets, List<Image> images) {

    public Task {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        targets = List.copyOf(targets);
        images = images == null ? List.of() : List.copyOf(images); // absent in older files
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
        return new Task(other, classes, targets, images);
    }

    /** The same task with other images. */
    public Task withImages(List<Image> other) {
        return new Task(features, classes, targets, other);
    }

    /**
     * Names of the columns that a model of this task predicts: {@code score} for two classes (the probability of class
     * 1), {@code score_<class>} for more, and the name of each target.
     */
    public List<String> predictions() {
        var scores = classes.size() == 2
                ? List.of("score")
                : classes.stream().map(name -> "score_" + name).toList();
        return Stream.concat(scores.stream(), targets.stream()).toList();
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

    private int firstScored() {
        return classes.size() == 2 ? 1 : 0;
    }
}
