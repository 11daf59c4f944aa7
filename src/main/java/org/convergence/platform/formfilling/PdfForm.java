package org.convergence.platform.formfilling;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;

/**
 * A form in a PDF with fields (AcroForm), filled by the names of its text fields (R-PROJ-6). Forms that are drawn by
 * their reader (XFA) would open empty elsewhere, and are refused.
 */
final class PdfForm implements FillableForm {

    private final byte[] file;

    /** The texts by which fields are guessed, by their names. */
    private final Map<String, String> titles = new LinkedHashMap<>();

    private PdfForm(byte[] file) {
        this.file = file;
    }

    static PdfForm read(byte[] file) {
        PdfForm form = new PdfForm(file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            if (!pdf.getCurrentAccessPermission().canFillInForm()) {
                throw new Refused("formfilling.refused.protected");
            }
            PDAcroForm fields = fields(pdf);
            textFields(fields).stream()
                    .filter(field -> !field.isReadOnly() && field.getFullyQualifiedName() != null)
                    .limit(MOST_PLACES)
                    .forEach(field -> form.titles.put(
                            field.getFullyQualifiedName(),
                            TextNormalizer.fold(field.getFullyQualifiedName() + " " + field.getAlternateFieldName())));
        } catch (IOException e) {
            throw new Refused("formfilling.refused.damaged");
        }
        if (form.titles.isEmpty()) {
            throw new Refused("formfilling.refused.no-fields");
        }
        return form;
    }

    private static PDAcroForm fields(PDDocument pdf) {
        PDAcroForm fields = pdf.getDocumentCatalog().getAcroForm();
        if (fields == null) {
            throw new Refused("formfilling.refused.no-fields");
        }
        if (fields.hasXFA()) {
            throw new Refused("formfilling.refused.xfa");
        }
        return fields;
    }

    private static List<PDTextField> textFields(PDAcroForm fields) {
        return StreamSupport.stream(fields.getFieldTree().spliterator(), false)
                .filter(PDTextField.class::isInstance)
                .map(PDTextField.class::cast)
                .toList();
    }

    @Override
    public List<String> places() {
        return List.copyOf(titles.keySet());
    }

    @Override
    public Optional<String> guess(List<String> row, List<String> column) {
        return titles.entrySet().stream()
                .filter(field -> WordForm.holds(field.getValue(), row)
                        && (column.isEmpty() || WordForm.holds(field.getValue(), column)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public List<String> resolve(Collection<String> wanted) {
        for (String place : wanted) {
            if (!titles.containsKey(place)) {
                throw new Refused("formfilling.refused.place", place);
            }
        }
        return List.copyOf(wanted);
    }

    @Override
    public void fill(Map<String, Object> values, Words t, OutputStream out) throws IOException {
        resolve(values.keySet());
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDAcroForm form = fields(pdf);
            for (PDTextField field : textFields(form)) {
                Object value = values.get(field.getFullyQualifiedName());
                if (value != null) {
                    // Most fonts of forms lack the spaces of French numbers.
                    write(form, field, WordForm.say(value, t).replaceAll("[\\u00a0\\u202f]", " "));
                }
            }
            // A form that may be filled may forbid other changes by a password, with which it cannot be written again.
            pdf.setAllSecurityToBeRemoved(true);
            pdf.save(out);
        }
    }

    private static void write(PDAcroForm form, PDTextField field, String value) throws IOException {
        if (field.getMaxLen() > 0 && value.length() > field.getMaxLen()) {
            throw new Refused(
                    "formfilling.refused.long", field.getFullyQualifiedName(), field.getMaxLen(), value.length());
        }
        try {
            field.setValue(value);
        } catch (IllegalArgumentException | IOException noFont) {
            // The font of the form lacks a letter, or is not named: the reader draws the value with its own.
            setWithoutAppearance(form, field, value);
        }
    }

    private static void setWithoutAppearance(PDAcroForm form, PDField field, String value) {
        field.getCOSObject().setString(COSName.V, value);
        form.setNeedAppearances(true);
    }
}
