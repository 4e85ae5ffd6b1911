package org.muonframework.train.compose;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainingData;

/** The rows that each member of an ensemble is trained on. */
interface MemberRows {

    /** Those of one member. */
    TrainingData of(int member);

    /**
     * Those of all members.
     *
     * @throws DataException if one has nothing to learn from
     */
    static MemberRows of(Members members, TrainingData data, RandomStreams random) {
        if (members.over() == Members.Over.SEEDS) {
            return member -> data;
        }
        Rows all = RowsTogether.of(data.training(), data.validation());
        int[] foldOfRow = EventFolds.of(all, members.size(), random, "ensemble fold");
        int features = all.features().length;
        MemberRows rows = member -> new TrainingData(
                data.task(),
                RowPick.where(foldOfRow.length, row -> foldOfRow[row] != member).of(all, features),
                RowPick.where(foldOfRow.length, row -> foldOfRow[row] == member).of(all, features),
                data.fraction());
        rows.check(members);
        return rows;
    }

    private void check(Members members) {
        List<Problem> problems = new ArrayList<>();
        for (int member = 0; member < members.size(); member++) {
            String what = members.label(member);
            Trainable.objection(of(member))
                    .ifPresent(reason -> problems.add(new Problem(
                            "ensemble",
                            what + " cannot learn: " + reason + ", where training is on the other folds and validation"
                                    + " on its own; expected more events, a smaller 'size' or over = seeds")));
        }
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
    }
}
