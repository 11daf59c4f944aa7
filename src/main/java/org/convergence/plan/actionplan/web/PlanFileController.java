package org.convergence.plan.actionplan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A plan as files: its adopted text, its current text, its lines with their follow-up. */
@Controller
@RequestMapping("/plan/actionplan/{plan}/file")
@Requires(ActionPlanPermissions.READ)
class PlanFileController {

    private final PlanBoardQueries boards;
    private final PlanHeadAssembler headAssembler;
    private final PlanPaperAssembler papers;
    private final String base;

    PlanFileController(
            PlanBoardQueries boards,
            PlanHeadAssembler headAssembler,
            PlanPaperAssembler papers,
            @Value("${convergence.base-url}") String base) {
        this.boards = boards;
        this.headAssembler = headAssembler;
        this.papers = papers;
        this.base = base;
    }

    @GetMapping
    ModelAndView choose(@PathVariable UUID plan, Words t) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
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
            @PathVariable UUID plan,
            @PathVariable String edition,
            @PathVariable String format,
            Words t,
            HttpServletResponse response)
            throws IOException {
        PlanEdition wanted = Stream.of(PlanEdition.values())
                .filter(each -> PlanFormatter.slug(each).equals(edition))
                .findFirst()
                .orElseThrow(() -> new NotFound("edition"));
        var id = new PlanId(plan);
        for (TableFormat table : TableFormat.values()) {
            if (wanted == PlanEdition.FOLLOWED && table.extension().equals(format)) {
                PlanBoard board = boards.board(id);
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
        Paper paper = paper(wanted, id, t);
        head(response, paper.title(), wanted, rendering.mediaType(), format);
        rendering.write(paper, t, RenderingOptions.letterPaper(base), response.getOutputStream());
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
}
