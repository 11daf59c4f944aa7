package org.convergence.platform.rendering;

import java.io.OutputStream;
import java.util.List;
import org.convergence.platform.chart.FigureTable;
import org.convergence.platform.table.ExcelWorkbook;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Writes a paper's tables and chart figures, one per sheet; a first sheet gives title and description. */
final class WorkbookWriter {

    private final ExcelWorkbook workbook;

    private WorkbookWriter(ExcelWorkbook workbook) {
        this.workbook = workbook;
    }

    static void write(Paper paper, Words words, OutputStream out) {
        try (ExcelWorkbook workbook = new ExcelWorkbook(out, words)) {
            workbook.addSheet(
                    paper.title(),
                    List.of(paper.title()),
                    List.of(List.of(paper.subtitle()), List.of(paper.organisation()), List.of(paper.description()))
                            .iterator());
            paper.sections().forEach(new WorkbookWriter(workbook)::section);
        }
    }

    private void section(Section section) {
        section.blocks().forEach(this::block);
        section.sections().forEach(this::section);
    }

    private void block(Block block) {
        if (block instanceof Block.Table table) {
            List<String> head =
                    table.columns().stream().map(Block.Column::title).toList();
            workbook.addSheet(
                    table.caption(),
                    head,
                    table.rows().stream()
                            .map(row -> row.stream().map(WorkbookWriter::value).toList())
                            .iterator());
        } else if (block instanceof Block.Chart chart) {
            FigureTable figures = chart.drawing().table();
            workbook.addSheet(
                    chart.drawing().title(), figures.head(), figures.rows().iterator());
        }
    }

    private static Object value(Block.Cell cell) {
        @Nullable Object value = cell.value();
        return value == null ? Inline.text(cell.parts()) : value;
    }
}
