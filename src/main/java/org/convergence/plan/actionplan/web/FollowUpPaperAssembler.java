package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** A plan with its follow-up as sections of a paper, line by line. */
final class FollowUpPaperAssembler {

    private final PlanBoard board;
    private final Words t;

    FollowUpPaperAssembler(PlanBoard board, Words t) {
        this.board = board;
        this.t = t;
    }

    List<Section> sections() {
        var whole = PlanFormatter.totalCounts(board.progress());
        List<Section> sections = new ArrayList<>();
        boolean draft = board.header().isDraft();
        if (!draft) {
            sections.add(Section.of(
                    t.say("actionplan.paper.where", board.progress().asOf()),
                    List.of(Block.text(t.say("actionplan.whole", whole.total(), PlanFormatter.counts(whole, t))))));
        }
        for (ObjectiveProgress objective : board.progress().objectives()) {
            sections.add(new Section(
                    PlanFormatter.objective(objective.code(), objective.title(), t),
                    draft
                            ? List.of()
                            : List.of(Block.text(t.capital(PlanFormatter.counts(objective.counts(), t)) + ".")),
                    objective.means().stream().map(this::means).toList()));
        }
        return sections;
    }

    private Section means(MeansProgress means) {
        String title = means.code() == null ? means.title() : means.code() + " " + means.title();
        List<List<Block.Cell>> rows = means.actions().stream()
                .flatMap(action -> Stream.concat(Stream.of(action), action.subActions().stream()))
                .map(this::row)
                .toList();
        return Section.of(
                title,
                rows.isEmpty() ? List.of() : List.of(new Block.Table(t.say("actionplan.actions"), columns(), rows)));
    }

    private List<Block.Column> columns() {
        return Stream.of(
                        "actionplan.grid.action",
                        "actionplan.field.responsible",
                        "actionplan.field.window",
                        "actionplan.field.target",
                        "actionplan.field.stated")
                .map(key -> Block.Column.words(t.say(key)))
                .toList();
    }

    private List<Block.Cell> row(ActionProgress action) {
        FollowedAction followed =
                Objects.requireNonNull(board.followed().get(action.line().id()));
        String url = "/plan/actionplan/action/" + action.line().id().value();
        String text = (action.line().parent() == null ? "" : "– ")
                + action.line().text().replaceAll("\\s+", " ");
        String state = board.header().isDraft() ? "" : PlanFormatter.state(action.state(), t);
        String reason = action.reason();
        return List.of(
                new Block.Cell(List.of(Inline.link(url, text)), text),
                cell(followed.responsible()),
                cell(PlanRowAssembler.formatWhen(followed, t)),
                cell(PlanRowAssembler.formatGoal(action, t)),
                cell(reason == null ? state : state + " – " + reason));
    }

    private static Block.Cell cell(@Nullable String words) {
        return Block.Cell.of(words == null ? "" : words);
    }
}
