package org.convergence.plan.time.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.time.domain.Capacity;
import org.convergence.plan.time.domain.WorkingHours;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.Letterhead;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapacityPaperAssemblerTest {

    private static final YearMonth FIRST = YearMonth.of(2026, 9);

    @ParameterizedTest
    @EnumSource(names = {"FRENCH", "ENGLISH"})
    void fitsOnOnePageInTheWorstCase(Language language) throws IOException {
        Words t = Messages.load().in(language, ZoneId.of("America/Toronto"));
        var out = new ByteArrayOutputStream();

        PaperFormat.PDF.write(
                CapacityPaperAssembler.assemble(overloaded(), "Comité régional de solidarité internationale", null, t),
                t,
                RenderingOptions.letterPaper("", Letterhead.NONE),
                out);

        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(pdf)).contains(t.capital(t.month(FIRST.plusMonths(11))), "1.1 · ");
        }
    }

    @Test
    void comparesTheHoursFreedWithThoseMissing() {
        Words t = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

        assertThat(new CapacityFormatter(overloaded(), t).waits().replace('\u00a0', ' '))
                .as("thirty actions of 10 h in the first month, 5 481 h missing in each")
                .isEqualTo("En tout, elles libèrent 300 h, pour un dépassement de 65 772 h.");
    }

    @Test
    void agreesWithThePromisedHours() {
        Words t = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

        assertThat(t.say("time.today.rest", "21 h", "0 h", BigDecimal.ZERO)).endsWith("**0 h** est promise.");
        assertThat(t.say("time.today.rest", "21 h", "26 h", new BigDecimal(26))).endsWith("**26 h** sont promises.");
    }

    /** A year overloaded in each month, with all commitments, and thirty actions that could wait. */
    private static Capacity overloaded() {
        Map<Commitment, BigDecimal> promised =
                Capacity.ORDER.stream().collect(Collectors.toMap(Function.identity(), each -> new BigDecimal(1_234)));
        var made = new WorkingHours(new BigDecimal(1_000), new BigDecimal(10), BigDecimal.ONE, new BigDecimal(300));
        List<Capacity.CapacityMonth> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            months.add(new Capacity.CapacityMonth(FIRST.plusMonths(i), made, promised));
        }
        List<Capacity.PostponableAction> waits = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            waits.add(new Capacity.PostponableAction(line("1." + i), Map.of(FIRST, BigDecimal.TEN)));
        }
        return new Capacity(LocalDate.of(2026, 9, 1), months, waits, 5, 12, null);
    }

    private static PlanLine line(String code) {
        var id = new UUID(0, 1);
        String text = PlanLine.shorten("Accompagner les comités locaux dans la préparation de leur séjour ".repeat(4));
        return new PlanLine(
                new ActionId(id),
                new PlanId(id),
                new ObjectiveId(id),
                new MeansId(id),
                null,
                code,
                text,
                text,
                "Objectif",
                "Moyen",
                null,
                Commitment.IF_CAPACITY_ALLOWS,
                false);
    }
}
