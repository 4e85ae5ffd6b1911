package org.muonframework.train.neural.optimize;

/** The rate times a factor whenever the validation loss has not improved for some epochs. */
final class Plateau implements Schedule {

    private final ScheduleSettings settings;
    private final Improvement improvement;
    private double rate;
    private int epochsLeft;

    Plateau(ScheduleSettings settings, double start) {
        this.settings = settings;
        improvement = new Improvement(settings.minDelta());
        rate = start;
        epochsLeft = settings.patience();
    }

    @Override
    public double rate(double epochs) {
        return rate;
    }

    @Override
    public void observe(double validationLoss) {
        if (improvement.observe(validationLoss)) {
            epochsLeft = settings.patience();
        } else if (--epochsLeft == 0) {
            rate = Math.min(rate, Math.max(rate * settings.factor(), settings.minLearningRate()));
            epochsLeft = settings.patience();
        }
    }
}
