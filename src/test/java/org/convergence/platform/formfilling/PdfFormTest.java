package org.convergence.platform.formfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentType;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

/** A funder's PDF is filled by its fields; one that would open empty is refused (R-PROJ-6). */
class PdfFormTest {

    private static final Words FRENCH = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);

    /** @param xfa whether the reader would draw the form itself */
    private static byte[] form(boolean xfa) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDAcroForm form = new PDAcroForm(pdf);
            pdf.getDocumentCatalog().setAcroForm(form);
            PDResources fonts = new PDResources();
            fonts.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
            form.setDefaultResources(fonts);
            form.setDefaultAppearance("/Helv 10 Tf 0 g");
            field(form, page, "depenses", "Dépenses totales de la période", 0, false);
            field(form, page, "court", "Numéro", 4, false);
            field(form, page, "bailleur", "Réservé au bailleur", 0, true);
            if (xfa) {
                form.getCOSObject().setItem(COSName.XFA, new COSArray());
            }
            return save(pdf);
        }
    }

    private static void field(PDAcroForm form, PDPage page, String name, String title, int most, boolean locked)
            throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        field.setAlternateFieldName(title);
        field.setReadOnly(locked);
        if (most > 0) {
            field.setMaxLen(most);
        }
        var widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(50, 700, 200, 20));
        widget.setPage(page);
        page.getAnnotations().add(widget);
        form.getFields().add(field);
    }

    /** A form with an owner's password, as many funders publish them. */
    private static byte[] restricted(boolean mayFill) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(form(false))) {
            AccessPermission rights = new AccessPermission();
            rights.setCanModify(false);
            rights.setCanModifyAnnotations(false);
            rights.setCanFillInForm(mayFill);
            pdf.protect(new StandardProtectionPolicy("owner", "", rights));
            return save(pdf);
        }
    }

    @Test
    void fillsAFormThatOnlyForbidsOtherChanges() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FillableForm.read(DocumentType.PDF, restricted(true)).fill(Map.of("court", "12"), FRENCH, out);
        try (PDDocument now = Loader.loadPDF(out.toByteArray())) {
            assertThat(now.getDocumentCatalog().getAcroForm().getField("court").getValueAsString())
                    .isEqualTo("12");
        }
        byte[] forbidden = restricted(false);
        assertThatThrownBy(() -> FillableForm.read(DocumentType.PDF, forbidden))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.protected");
    }

    private static byte[] save(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static String filled(String place, Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FillableForm.read(DocumentType.PDF, form(false)).fill(Map.of(place, value), FRENCH, out);
        try (PDDocument now = Loader.loadPDF(out.toByteArray())) {
            assertThat(now.getDocumentCatalog()
                            .getAcroForm()
                            .getField("bailleur")
                            .getValueAsString())
                    .isEmpty();
            return now.getDocumentCatalog().getAcroForm().getField(place).getValueAsString();
        }
    }

    @Test
    void fillsFieldsByTheirNames() throws IOException {
        FillableForm form = FillableForm.read(DocumentType.PDF, form(false));
        assertThat(form.places()).containsExactly("depenses", "court");
        assertThat(form.guess(List.of("totales"), List.of("dépenses"))).hasValue("depenses");
        assertThat(filled("depenses", new BigDecimal("12345.60"))).isEqualTo("12 345,60");
        assertThat(filled("depenses", "Atelier à Québec, été")).isEqualTo("Atelier à Québec, été");
        assertThat(filled("depenses", "Coût prévu → réel"))
                .as("a letter that its font lacks")
                .isEqualTo("Coût prévu → réel");
    }

    @Test
    void refusesLongValuesAndFormsThatCannotBeFilled() throws IOException {
        assertThatThrownBy(() -> filled("court", "12345"))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.long");
        assertThatThrownBy(() -> filled("bailleur", "x"))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.place");
        byte[] xfa = form(true);
        assertThatThrownBy(() -> FillableForm.read(DocumentType.PDF, xfa))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.xfa");
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new PDPage());
            byte[] none = save(plain);
            assertThatThrownBy(() -> FillableForm.read(DocumentType.PDF, none))
                    .isInstanceOf(Refused.class)
                    .hasMessage("formfilling.refused.no-fields");
        }
    }
}
