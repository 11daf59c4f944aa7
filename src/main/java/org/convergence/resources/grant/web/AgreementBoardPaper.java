package org.convergence.resources.grant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.chart.ShareBar;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.web.AgreementPage.AgreementLinePart;
import org.springframework.stereotype.Component;

/** An agreement on one sheet, for the papers of the board: its money in a picture, its end, and what is awaited. */
@Component
record AgreementBoardPaper(OrganisationSettings settings, PaperDownload papers) {

    private static final int MOST_AWAITED = 8;

    void write(AgreementPage page, Words t, HttpServletResponse response) throws IOException {
        papers.send(assemble(page, t), Slug.of(page.title()) + "-" + settings.today(), PaperFormat.PDF, t, response);
    }

    private Paper assemble(AgreementPage page, Words t) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                page.standing(),
                Stream.concat(
                                Stream.of(new Block.Chart(new ShareBar(page.standing(), page.shares()).draw(t))),
                                texts(page.forecast()))
                        .toList()));
        sections.add(Section.of(t.say("grant.agreement.lines"), List.of(lines(page, t))));
        sections.add(Section.of(
                t.say("grant.agreement.awaited"),
                List.of(new Block.ItemList(
                        false,
                        page.awaited().stream()
                                .limit(MOST_AWAITED)
                                .map(each -> List.of(Block.text(each)))
                                .toList()))));
        return new Paper(
                page.title(),
                t.say("grant.agreement.board.on", settings.today(), page.lead()),
                settings.current().name(),
                t.say("grant.agreement.board.description", page.title()),
                Section.withoutEmpty(sections),
                Paper.Layout.SHEET);
    }

    private static Stream<Block> texts(List<String> sentences) {
        return sentences.stream().map(Block::text);
    }

    private static Block lines(AgreementPage page, Words t) {
        return new Block.Table(
                        t.say("grant.agreement.lines"),
                        List.of(
                                Column.words(t.say("grant.agreement.line")),
                                Column.figures(t.say("grant.agreement.budget")),
                                Column.figures(t.say("grant.agreement.committed")),
                                Column.figures(t.say("grant.agreement.spent")),
                                Column.figures(t.say("grant.agreement.rest")),
                                Column.figures(t.say("grant.agreement.forecast.column")),
                                Column.words(t.say("grant.agreement.attention"))),
                        page.lines().stream().map(AgreementBoardPaper::cells).toList())
                .withTotal(cells(page.total()))
                .withoutEmptyColumns();
    }

    private static List<Cell> cells(AgreementLinePart line) {
        return Stream.of(
                        (line.code() + " " + line.label()).strip(),
                        line.budget(),
                        line.committed(),
                        line.spent(),
                        line.left(),
                        line.forecast(),
                        line.warning() == null ? "" : line.warning())
                .map(Cell::of)
                .toList();
    }
}
