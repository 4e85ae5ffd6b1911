package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.fused.step.Parameters;
import org.muonframework.train.fused.step.ScoringProgram;
import org.muonframework.train.fused.step.Worker;
import org.muonframework.train.neural.data.Scorer;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.weights.ParameterLayout;

/**
 * Scores a network on several threads; few rows on the calling thread alone. The result for a row does not depend on
 * the rows beside it or on the number of threads.
 */
public final class FusedScorer implements Scorer {

    private final Architecture architecture;
    private final KernelSet set;
    private final int threads;
    private final List<Member> members = new ArrayList<>();
    private Crew crew = new Crew(1);
    private ScoringProgram program;

    /** One thread's place of work. */
    private record Member(Worker worker, float[][] inputs) {}

    /** A scorer of a network. */
    public FusedScorer(Architecture architecture, List<Tensor> parameters, KernelSet set, int threads) {
        this.architecture = architecture;
        this.set = set;
        this.threads = threads;
        this.program = program(parameters);
        hire(1);
    }

    /** Goes on with other parameters. */
    public void update(List<Tensor> parameters) {
        program = program(parameters);
        int size = members.size();
        members.clear();
        hire(size);
    }

    @Override
    public void run(int rows, Source source, Sink sink) {
        int most = program.blocks().scored();
        if (rows <= most) {
            score(members.get(0), 0, rows, source, sink);
            return;
        }
        int parts = (rows + most - 1) / most;
        if (members.size() == 1 && threads > 1) {
            crew = new Crew(threads);
            hire(threads);
        }
        AtomicInteger next = new AtomicInteger();
        crew.run(number -> {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                int from = part * most;
                score(members.get(number), from, Math.min(rows, from + most), source, sink);
            }
        });
    }

    @Override
    public void close() {
        crew.close();
    }

    private void score(Member member, int from, int to, Source source, Sink sink) {
        float[][] outputs = new float[program.outputs()][];
        for (int output = 0; output < outputs.length; output++) {
            outputs[output] = new float[(to - from) * program.outputWidth(output)];
        }
        Worker worker = member.worker();
        int block = program.blocks().rows();
        for (int row = from; row < to; row += block) {
            int end = Math.min(to, row + block);
            worker.enter(0, 0, end - row, false);
            for (int input = 0; input < member.inputs().length; input++) {
                if (program.takesImages(input)) {
                    program.load(worker, input, source.images(input, row, end));
                } else {
                    source.fill(input, row, end, member.inputs()[input]);
                    program.load(worker, input, member.inputs()[input]);
                }
            }
            program.run(worker);
            for (int output = 0; output < outputs.length; output++) {
                program.unload(worker, output, outputs[output], (row - from) * program.outputWidth(output));
            }
        }
        sink.accept(from, to, outputs);
    }

    private ScoringProgram program(List<Tensor> parameters) {
        FoldedNetwork folded = FoldedNetwork.of(architecture, parameters);
        ParameterLayout layout = ParameterLayout.of(folded.architecture());
        return new ScoringProgram(folded.architecture(), new Parameters(layout, set.width()), folded.parameters());
    }

    private void hire(int size) {
        while (members.size() < size) {
            float[][] inputs = new float[program.inputs()][];
            for (int input = 0; input < inputs.length; input++) {
                inputs[input] = new float[program.blocks().rows() * program.inputWidth(input)];
            }
            members.add(new Member(program.hire(set.create()), inputs));
        }
    }
}
