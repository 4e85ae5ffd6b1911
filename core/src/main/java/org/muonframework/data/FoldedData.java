package org.muonframework.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.SparseImages;

/**
 * A dataset divided into folds. All rows are kept once; what one model is trained on is put together when it is its
 * turn. What is fitted before training (values in place of missing ones, factors of weights) is fitted for each model to
 * its own training rows.
 */
public final class FoldedData implements Prepared {

    private final PreparationPlan plan;
    private final FoldPlan folds;
    private final Pass.Account account;
    private final PreparedPart rows;
    private final int[] foldOfRow;
    private final int[][] rowsOfFold;
    private final List<PartsFit> fits = new ArrayList<>();
    private final List<WeightCount> weights = new ArrayList<>();

    /**
     * Fits what has to be fitted.
     *
     * @param rows all rows, missing values as NaN
     * @param foldOfRow the fold of each row
     * @throws org.muonframework.spi.problem.DataException if a model could not be trained
     */
    FoldedData(PreparationPlan plan, Pass.Account account, PartsCheck check, PreparedPart rows, int[] foldOfRow) {
        this.plan = plan;
        this.folds = plan.folds().orElseThrow();
        this.account = account;
        this.rows = rows;
        this.foldOfRow = foldOfRow.clone();
        this.rowsOfFold = new int[folds.count()][];
        for (int fold = 0; fold < rowsOfFold.length; fold++) {
            int wanted = fold;
            rowsOfFold[fold] = where(number -> number == wanted);
        }
        for (int model = 0; model < folds.count(); model++) {
            fit(model, check);
        }
    }

    private void fit(int model, PartsCheck check) {
        List<PreparedPart> parts = new ArrayList<>();
        for (Part part : List.of(Part.TRAINING, Part.VALIDATION, Part.TEST)) {
            PreparedPart picked = pick(part, model);
            if (picked.size() > 0) {
                parts.add(picked);
            }
        }
        String name = "fold " + model;
        check.check(parts, " of " + name);
        PreparedPart training = parts.get(0);
        PartsFit fit = PartsFit.of(training, plan);
        fit.apply(training);
        fits.add(fit);
        weights.addAll(training.weightCounts(name + ", " + Part.TRAINING.label(), plan.classes()));
    }

    private PreparedPart pick(Part part, int model) {
        return rows.pick(part, where(fold -> folds.role(fold, model) == part));
    }

    private int[] where(IntPredicate wanted) {
        int count = 0;
        for (int fold : foldOfRow) {
            count += wanted.test(fold) ? 1 : 0;
        }
        int[] found = new int[count];
        int next = 0;
        for (int row = 0; row < foldOfRow.length; row++) {
            if (wanted.test(foldOfRow[row])) {
                found[next++] = row;
            }
        }
        return found;
    }

    /** The division. */
    public FoldPlan folds() {
        return folds;
    }

    /** All rows in the order in which they were read, as of the test part; missing features are NaN. */
    public PreparedPart rows() {
        return rows;
    }

    /** The fold of each row. */
    public int[] foldOfRow() {
        return foldOfRow.clone();
    }

    /** The rows of a fold, as indices into {@link #rows()}, ascending. */
    public int[] rowsOf(int fold) {
        return rowsOfFold[fold].clone();
    }

    /** The values that a model has in the place of missing ones. */
    public FillValues fillValues(int model) {
        return fits.get(model).fillValues();
    }

    /** The training and the validation part of a model: new arrays, for as long as they are needed. */
    public PreparedData training(int model) {
        List<PreparedPart> parts = List.of(pick(Part.TRAINING, model), pick(Part.VALIDATION, model));
        parts.forEach(fits.get(model)::apply);
        return new PreparedData(
                task(),
                parts,
                steps(),
                fillValues(model),
                List.of(),
                missing(),
                clipped(),
                negativeWeights(),
                columns());
    }

    /** The rows of a fold as a model sees them. */
    public PreparedPart asSeenBy(int model, int fold) {
        PreparedPart part = rows.pick(folds.role(fold, model), rowsOfFold[fold]);
        fits.get(model).apply(part);
        return part;
    }

    /** The rows of a fold out of a sample of all rows: new arrays. */
    public Sample sampleOf(int fold, Sample all) {
        Pick pick = new Pick(rowsOfFold[fold]);
        Map<String, double[]> picked = new HashMap<>();
        all.columns().forEach((name, values) -> picked.put(name, pick.of(values)));
        Map<String, SparseImages> images = new HashMap<>();
        all.images().forEach((name, image) -> images.put(name, image.pick(pick.rows())));
        return new Sample(
                all.part(),
                pick.of(all.features()),
                pick.of(all.labels()),
                pick.of(all.targets()),
                pick.of(all.predictions()),
                pick.of(all.weights()),
                picked,
                images);
    }

    @Override
    public PreparedPart trainable() {
        return rows;
    }

    @Override
    public Part evaluated() {
        return Part.TEST;
    }

    @Override
    public Task task() {
        return account.task();
    }

    @Override
    public List<StepCount> steps() {
        return account.steps();
    }

    @Override
    public List<WeightCount> weights() {
        return List.copyOf(weights);
    }

    @Override
    public MissingPolicy missingPolicy() {
        return plan.missing();
    }

    @Override
    public Map<String, Long> missing() {
        return account.missing();
    }

    @Override
    public List<ClipCount> clipped() {
        return account.clipped();
    }

    @Override
    public long negativeWeights() {
        return account.negativeWeights();
    }

    @Override
    public Map<String, ColumnSpec> columns() {
        return account.columns();
    }
}
