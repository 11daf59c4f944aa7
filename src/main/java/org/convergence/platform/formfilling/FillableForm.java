package org.convergence.platform.formfilling;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentType;
import org.convergence.platform.text.Words;

/**
 * A form in Excel, Word or PDF. Its places have names: a cell is {@code D12} of the first sheet or {@code Budget!D12}; a
 * content control is its tag, or its title if it has none; a field of a PDF is its full name.
 */
public interface FillableForm {

    /** The most places that {@link #places} names. */
    int MOST_PLACES = 2_000;

    /**
     * Reads a form.
     *
     * @throws Refused if it is neither an Excel workbook nor a Word document of today's formats nor a PDF with fields, or
     *     cannot be read
     */
    static FillableForm read(DocumentType type, byte[] file) {
        return switch (type) {
            case EXCEL -> ExcelForm.read(file);
            case WORD -> WordForm.read(file);
            case PDF -> PdfForm.read(file);
            default -> throw new Refused("formfilling.refused.type");
        };
    }

    /** The names of its content controls or fields; for a workbook, of the empty cells beside a text. */
    List<String> places();

    /**
     * The place of a value in a table, or of a single value: where the row that begins with one of the texts crosses
     * the column headed by another.
     *
     * @param row texts of which the row, or the control's title, holds one; the first that is found counts
     * @param column likewise for the head of the column; empty for the cell right of the row's text
     */
    Optional<String> guess(List<String> row, List<String> column);

    /**
     * The names that the form itself gives to places: of merged cells, the first.
     *
     * @throws Refused if the form lacks one of them, or if a formula stands there
     */
    List<String> resolve(Collection<String> places);

    /**
     * Writes a copy with values: amounts, days or texts. All else stays as it is, and formulas are computed again when
     * the copy is opened.
     *
     * @param t the words of the form's language, for values written as text
     * @throws Refused as {@link #resolve}, or if a value is longer than its field allows
     */
    void fill(Map<String, Object> values, Words t, OutputStream out) throws IOException;
}
