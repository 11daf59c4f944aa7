package org.convergence.plan.actionplan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.web.PlanPage.PlanFilePage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A plan as files: its adopted text, its current text, its lines with their follow-up. */
@Controller
@RequestMapping("/plan/actionplan/{plan}/file")
@Requires(ActionPlanPermissions.READ)
record PlanFileController(
        PlanBoardQueries boards,
        PlanHeadAssembler headAssembler,
        PlanPaperAssembler papers,
        OrganisationSettings settings,
        BaseUrl baseUrl) {

    @GetMapping
    ModelAndView choose(@PathVariable PlanId plan, Words t) {
        PlanHeader header = boards.findHeader(plan);
        List<PlanFilePage.FileEdition> editions = new ArrayList<>();
        for (PlanEdition edition : PlanEdition.values()) {
            if (edition != PlanEdition.ADOPTED || !header.isDraft()) {
                String key = "actionplan.file." + edition.name();
                editions.add(new PlanFilePage.FileEdition(t.say(key), t.say(key + ".text"), links(header, edition, t)));
            }
        }
        return PageView.of(
                "plan/actionplan/file", new PlanFilePage(headAssembler.assemble(header, "/file", t), editions));
    }

    private static List<PlanHead.PlanHeadLink> links(PlanHeader header, PlanEdition edition, Words t) {
        String url = PlanHeadAssembler.url(header, "/file/" + PlanFormatter.slug(edition) + "/");
        Stream<String> formats =
                edition == PlanEdition.FOLLOWED ? Stream.of("pdf", "docx", "xlsx", "csv") : Stream.of("pdf", "docx");
        return formats.map(format -> new PlanHead.PlanHeadLink(t.say("actionplan.file." + format), url + format))
                .toList();
    }

    @GetMapping("/{edition}/{format}")
    void file(
            @PathVariable PlanId plan,
            @PathVariable String edition,
            @PathVariable String format,
            Words t,
            HttpServletResponse response)
            throws IOException {
        PlanEdition wanted = Stream.of(PlanEdition.values())
                .filter(each -> PlanFormatter.slug(each).equals(edition))
                .findFirst()
                .orElseThrow(() -> new NotFound("edition"));
        for (TableFormat table : TableFormat.values()) {
            if (wanted == PlanEdition.FOLLOWED && table.extension().equals(format)) {
                PlanBoard board = boards.board(plan);
                String title = board.header().facts().title();
                head(response, title, wanted, table.mediaType(), format);
                TableWriter.write(
                        table,
                        title,
                        PlanTable.head(t),
                        PlanTable.rows(board, t).iterator(),
                        t,
                        response.getOutputStream());
                return;
            }
        }
        PaperFormat rendering = PaperFormat.findPaperFormat(format).orElseThrow(() -> new NotFound("format"));
        Paper paper = paper(wanted, plan, t);
        head(response, paper.title(), wanted, rendering.mediaType(), format);
        rendering.write(
                paper,
                t,
                RenderingOptions.letterPaper(baseUrl.value(), settings.letterhead()),
                response.getOutputStream());
    }

    private Paper paper(PlanEdition edition, PlanId plan, Words t) {
        return switch (edition) {
            case ADOPTED -> papers.adopted(plan, t);
            case TEXT -> papers.text(plan, t);
            case FOLLOWED -> {
                PlanBoard board = boards.board(plan);
                yield papers.paper(
                        board.header(), boards.findTree(plan), new FollowUpPaperAssembler(board, t).sections(), t);
            }
        };
    }

    private static void head(
            HttpServletResponse response, String title, PlanEdition edition, String type, String format) {
        String name = Slug.of(title) + "-" + edition.name().toLowerCase(Locale.ROOT) + "." + format;
        FileDownload.setHeaders(response, name, type);
    }

    /** The editions in which a plan is exported. */
    public enum PlanEdition {

        /** The adopted text. */
        ADOPTED,
        /** The current text, with its amendments. */
        TEXT,
        /** The lines with their follow-up. */
        FOLLOWED
    }

    /** A plan with its follow-up as sections of a paper, line by line. */
    record FollowUpPaperAssembler(PlanBoard board, Words t) {

        List<Section> sections() {
            var whole = board.progress().totalCounts();
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
                    rows.isEmpty()
                            ? List.of()
                            : List.of(new Block.Table(title, columns(), rows).withoutEmptyColumns()));
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
                    cell(PlanPage.formatWhen(followed, t)),
                    cell(PlanPage.formatGoal(action, t)),
                    cell(reason == null ? state : state + " – " + reason));
        }

        private Block.Cell cell(@Nullable String words) {
            return Block.Cell.of(words == null ? "" : t.capital(words));
        }
    }
}
