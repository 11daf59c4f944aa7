package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineDifference;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.AmendmentQueries;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The text of a plan as a paper: as adopted, or as it is now with its amendments. */
@Component
record PlanPaperAssembler(PlanBoardQueries boards, AmendmentQueries amendments, OrganisationSettings settings) {

    private static final Pattern GAP = Pattern.compile("\\n\\s*\\n");
    private static final Pattern DASH = Pattern.compile("\\s*[-–•]\\s+");

    /**
     * The adopted text.
     *
     * @throws NotFound for a draft
     */
    Paper adopted(PlanId plan, Words t) {
        PlanHeader header = boards.findHeader(plan);
        PlanTree tree = amendments.findAdoptedTree(plan).orElseThrow(() -> new NotFound("adopted plan"));
        return paper(header, tree, new TextSections(Map.of(), t).sections(tree), t);
    }

    /** The current text; changes since the adoption are marked, and listed at the end. */
    Paper text(PlanId plan, Words t) {
        PlanHeader header = boards.findHeader(plan);
        PlanTree tree = boards.findTree(plan);
        Map<UUID, String> marks = new HashMap<>();
        List<LineDifference> differences = header.isDraft() ? List.of() : amendments.compareWithAdopted(plan);
        differences.forEach(each -> marks.put(each.line(), t.say("actionplan.comparison." + changeKey(each))));
        List<Section> sections = new ArrayList<>(new TextSections(marks, t).sections(tree));
        List<AmendmentQueries.AmendmentEntry> entries = header.isDraft() ? List.of() : amendments.findByPlan(plan);
        if (!entries.isEmpty()) {
            sections.add(amendments(entries, t));
        }
        return paper(header, tree, sections, t);
    }

    static String changeKey(LineDifference each) {
        return each.before() == null ? "added" : each.after() == null ? "dropped" : each.moved() ? "moved" : "changed";
    }

    private static Section amendments(List<AmendmentQueries.AmendmentEntry> entries, Words t) {
        List<List<Block.Cell>> rows = entries.stream()
                .map(each -> AmendmentsPage.row(each, t))
                .map(row -> List.of(
                        Block.Cell.of(row.date()),
                        Block.Cell.of(row.label()),
                        Block.Cell.of(row.what()),
                        Block.Cell.of(row.reason()),
                        Block.Cell.of(Objects.requireNonNullElse(row.number(), ""))))
                .toList();
        String title = t.say("actionplan.amendments");
        return Section.of(
                title,
                List.of(new Block.Table(
                        title,
                        List.of(
                                Block.Column.words(t.say("actionplan.note.decided-on")),
                                Block.Column.words(t.say("actionplan.paper.line")),
                                Block.Column.words(t.say("actionplan.paper.change")),
                                Block.Column.words(t.say("actionplan.note.reason")),
                                Block.Column.words(t.say("actionplan.note.number"))),
                        rows)));
    }

    Paper paper(PlanHeader header, PlanTree tree, List<Section> sections, Words t) {
        return new Paper(
                tree.title(),
                PlanHeadAssembler.lead(header, t),
                settings.current().name(),
                t.say("actionplan.paper.description", tree.title()),
                sections);
    }

    /** Splits a text into paragraphs at empty lines; lines after dashes become a list, other line breaks stay. */
    static List<Block> paragraphs(String text) {
        return GAP.splitAsStream(text.strip())
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(PlanPaperAssembler::paragraph)
                .toList();
    }

    private static Block paragraph(String text) {
        List<String> lines = text.lines().toList();
        return lines.stream().allMatch(each -> DASH.matcher(each).lookingAt())
                ? new Block.ItemList(
                        false,
                        lines.stream()
                                .map(each ->
                                        List.of(Block.text(DASH.matcher(each).replaceFirst(""))))
                                .toList())
                : new Block.Paragraph(Inline.lines(text));
    }

    /** @param marks the change of a line, by its id */
    private record TextSections(Map<UUID, String> marks, Words t) {

        List<Section> sections(PlanTree tree) {
            List<Section> sections = new ArrayList<>();
            for (PlanTree.SectionNode each : tree.sections()) {
                String heading = each.title().isEmpty()
                        ? t.say("actionplan.section." + each.kind().name())
                        : each.title();
                sections.add(Section.of(heading, marked(each.id(), paragraphs(each.text()))));
            }
            for (PlanTree.ObjectiveNode each : tree.objectives()) {
                sections.add(new Section(
                        PlanFormatter.objective(each.code(), each.title(), t),
                        marked(each.id(), paragraphs(each.text())),
                        each.means().stream().map(this::means).toList()));
            }
            return sections;
        }

        private Section means(PlanTree.MeansNode each) {
            List<Block> blocks = new ArrayList<>(marked(each.id(), paragraphs(each.text())));
            if (!each.actions().isEmpty()) {
                blocks.add(items(each.actions()));
            }
            return Section.of(each.code() == null ? each.title() : each.code() + " " + each.title(), blocks);
        }

        private Block items(List<PlanTree.ActionNode> actions) {
            return new Block.ItemList(
                    false,
                    actions.stream()
                            .map(action -> {
                                List<Block> item = new ArrayList<>(List.of(line(action)));
                                if (!action.subActions().isEmpty()) {
                                    item.add(items(action.subActions()));
                                }
                                return item;
                            })
                            .toList());
        }

        private Block line(PlanTree.ActionNode action) {
            List<Inline> parts = new ArrayList<>();
            String own = title(action);
            if (!own.isEmpty()) {
                parts.add(new Inline.Strong(Inline.of(own + " ")));
            }
            parts.add(new Inline.InlineText(action.text().replaceAll("\\s+", " ")));
            if (action.commitment() != Commitment.FIRM) {
                String commitment =
                        t.say("actionplan.commitment." + action.commitment().name());
                parts.add(new Inline.Emphasis(Inline.of(" (" + commitment + ")")));
            }
            if (action.target() != null) {
                String target = t.say("actionplan.target.is", action.target().format(t));
                parts.add(new Inline.Emphasis(Inline.of(" " + target + ".")));
            }
            String mark = marks.get(action.id());
            if (mark != null) {
                parts.add(new Inline.Strong(Inline.of(" [" + mark + "]")));
            }
            return new Block.Paragraph(parts);
        }

        private static String title(PlanTree.ActionNode action) {
            @Nullable String title = action.title();
            String code = action.code() == null ? "" : action.code() + " ";
            return (code + (title == null ? "" : title)).strip();
        }

        private List<Block> marked(UUID line, List<Block> blocks) {
            String mark = marks.get(line);
            if (mark == null) {
                return blocks;
            }
            List<Block> all = new ArrayList<>(blocks);
            all.add(new Block.Paragraph(List.of(new Inline.Strong(Inline.of("[" + mark + "]")))));
            return all;
        }
    }
}
