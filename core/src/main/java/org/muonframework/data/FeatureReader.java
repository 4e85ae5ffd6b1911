package org.muonframework.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.SparseImages;

/** Reads the features of a trained model from any dataset, row by row as they are there: nothing is selected. */
public final class FeatureReader implements AutoCloseable {

    /**
     * Some consecutive rows.
     *
     * @param features what the model predicts from, with missing values until {@link #fill} is called; its own columns,
     *     and images that share the arrays of the batch where they can
     * @param batch the same rows as read, with the features and the columns that were asked for
     * @param badImages for each image which rows have a bad one, in the place of which an empty one stands
     */
    public record FeatureBatch(Features features, Batch batch, List<boolean[]> badImages) {

        /**
         * Replaces the missing values of some rows, as the model was trained; they become NaN where its policy is
         * {@code drop}, so that the row has no prediction.
         *
         * @return number of missing values of each feature
         * @throws DataException if a value is missing and the model's policy forbids it
         */
        public long[] fill(FillValues values, int[] rows) {
            return values.apply(features.columns(), rows, batch.source(), batch.firstRow());
        }
    }

    private final List<String> features;
    private final List<ImagePlan> images;
    private final List<ImageCheck> checks;
    private final DerivedColumns derived;
    private final Set<String> needed;
    private final BatchReader reader;

    private FeatureReader(
            List<String> features,
            List<ImagePlan> images,
            DerivedColumns derived,
            Set<String> needed,
            BatchReader reader) {
        this.features = features;
        this.images = images;
        checks = images.stream().map(ImageCheck::new).toList();
        this.derived = derived;
        this.needed = needed;
        this.reader = reader;
    }

    /**
     * Starts reading.
     *
     * @param dataset the rows to predict
     * @param derive the derived columns that the model was trained with; those that its features do not need are left
     *     alone
     * @param features the names of the features
     * @param images the images
     * @param more names of further columns to read
     * @throws DataException if the dataset lacks a column that is needed
     */
    public static FeatureReader open(
            Dataset dataset,
            Map<String, String> derive,
            List<String> features,
            List<ImagePlan> images,
            Set<String> more) {
        DerivedColumns derived = DerivedColumns.of(dataset.schema(), derive);
        List<String> ofImages = images.stream()
                .flatMap(image -> Stream.of(image.cells(), image.values()))
                .toList();
        List<String> names = Stream.of(features, ofImages, more)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        Set<String> needed = derived.needed(names);
        List<Problem> problems = new ArrayList<>();
        derived.problems().forEach((name, problem) -> {
            if (needed.contains(name)) {
                problems.add(problem);
            }
        });
        features.forEach(name -> FeatureRules.objectionToNumbers(derived.schema(), name)
                .ifPresent(objection ->
                        problems.add(new Problem(names(dataset), "the model needs a feature: " + objection))));
        images.forEach(image -> Stream.of(image.cells(), image.values())
                .flatMap(name -> FeatureRules.objectionToLists(derived.schema(), name).stream())
                .forEach(objection -> problems.add(new Problem(
                        names(dataset), "the model needs the image '" + image.name() + "': " + objection))));
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        Set<String> columns = needed.stream()
                .filter(name -> dataset.schema().find(name).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        return new FeatureReader(List.copyOf(features), List.copyOf(images), derived, needed, dataset.open(columns));
    }

    private static String names(Dataset dataset) {
        return dataset.files().stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /**
     * The next rows, or empty after the last ones.
     *
     * @throws DataException if the data are damaged
     */
    public Optional<FeatureBatch> next() {
        return reader.next().map(this::features);
    }

    private FeatureBatch features(Batch raw) {
        Batch batch = derived.apply(raw, needed);
        float[][] columns = features.stream()
                .map(name -> BatchValues.floats(batch.column(name)).clone())
                .toArray(float[][]::new);
        int[] rows = IntStream.range(0, batch.rows()).toArray();
        List<SparseImages> hits = new ArrayList<>();
        List<boolean[]> badImages = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            SparseImages image = ImageHits.of(batch, images.get(i)).images(images.get(i));
            boolean[] bad = checks.get(i).look(batch, image, rows, rows.length);
            hits.add(without(bad, image));
            badImages.add(bad);
        }
        return new FeatureBatch(new Features(columns, batch.rows(), hits), batch, badImages);
    }

    /** The images, of which some are empty instead. */
    private static SparseImages without(boolean[] some, SparseImages images) {
        int[] ends = images.ends().clone();
        for (int row = 0; row < ends.length; row++) {
            ends[row] = some[row] ? images.starts()[row] : ends[row];
        }
        return new SparseImages(images.shape(), images.starts(), ends, images.cells(), images.values());
    }

    /** What is wrong with images of the rows so far, each kind of fault with its number of rows and the first of them. */
    public List<String> warnings() {
        return checks.stream().flatMap(check -> check.warnings().stream()).toList();
    }

    @Override
    public void close() {
        reader.close();
    }
}
