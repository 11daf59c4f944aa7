package org.convergence.cooperation.fieldwork.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.SentEntry.EntryFacts;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.WorkbookEntry.KnownEntry;
import org.convergence.platform.imports.ImportRow;
import org.junit.jupiter.api.Test;

/** Which rows of a workbook that is read again are new, changed or known. */
class WorkbookPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final CountryNumbers MEXICO = new CountryNumbers('.');

    private static final String BUS = "2026-11-02;Transportes;1250";
    private static final String PAPER = "2026-11-03;Papeleria;85.5";
    private static final String ROOM = "2026-11-04;Salon;400";

    /** The rows of a sheet, from row 2 on: day, label and figure, and a number if there is one. */
    private static List<WorkbookEntry> rows(String... lines) {
        List<WorkbookEntry> rows = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split(";", -1);
            Map<String, String> byColumn = new HashMap<>();
            byColumn.put(PartnerWorkbookColumn.DAY.name(), cells[0]);
            byColumn.put(PartnerWorkbookColumn.LABEL.name(), cells[1]);
            byColumn.put(PartnerWorkbookColumn.FIGURE.name(), cells[2]);
            if (cells.length > 3) {
                byColumn.put(PartnerWorkbookColumn.NUMBER.name(), cells[3]);
            }
            rows.add(WorkbookEntry.read(
                    new ImportRow(rows.size() + 2, byColumn), PartnerEntryKind.SPENT, MEXICO, "MXN", TODAY));
        }
        return rows;
    }

    private static List<KnownEntry> known(String... lines) {
        return rows(lines).stream().map(WorkbookPolicyTest::known).toList();
    }

    private static KnownEntry known(WorkbookEntry row) {
        EntryFacts facts = row.facts();
        return new KnownEntry(
                new PartnerEntryId(UUID.randomUUID()),
                1,
                row.key(),
                row.mark(),
                facts.kind(),
                facts.on(),
                facts.label(),
                facts.details(),
                facts.typed(),
                facts.figure(),
                facts.currency(),
                null,
                null,
                null,
                null);
    }

    private static List<String> outcomes(List<WorkbookEntry> rows, List<KnownEntry> known) {
        return WorkbookPolicy.match(rows, known).stream()
                .map(match -> match.outcome()
                        + (match.known() == null ? "" : " " + match.known().label()))
                .toList();
    }

    @Test
    void sortedRowsAreTheSame() {
        assertThat(outcomes(rows(ROOM, BUS, PAPER), known(BUS, PAPER, ROOM)))
                .containsExactly("SAME Salon", "SAME Transportes", "SAME Papeleria");
    }

    @Test
    void anInsertedRowIsNewAndTheOthersStay() {
        assertThat(outcomes(rows(BUS, "2026-11-02;Taxi;60", PAPER, ROOM), known(BUS, PAPER, ROOM)))
                .containsExactly("SAME Transportes", "CREATED", "SAME Papeleria", "SAME Salon");
    }

    @Test
    void aChangedRowIsFoundByItsPlaceAndAMissingOneChangesNothing() {
        assertThat(outcomes(rows(BUS, "2026-11-03;Papeleria;95.5"), known(BUS, PAPER, ROOM)))
                .containsExactly("SAME Transportes", "CHANGED Papeleria");
        assertThat(outcomes(rows(ROOM), known(BUS, PAPER, ROOM))).containsExactly("SAME Salon");
    }

    @Test
    void aRowThatMovedAndChangedIsNotCountedTwice() {
        assertThat(outcomes(rows(ROOM, "2026-11-02;Transportes;1350", PAPER), known(BUS, PAPER, ROOM)))
                .containsExactly("SAME Salon", "CHANGED Transportes", "SAME Papeleria");
    }

    @Test
    void anotherRowAtThePlaceOfADeletedOneIsNotThatOne() {
        assertThat(outcomes(rows("2026-11-03;Papeleria;99", "2026-11-20;Taxi;60"), known(BUS, PAPER)))
                .containsExactly("CHANGED Papeleria", "CREATED");
    }

    @Test
    void twoRowsThatSayTheSameAreTwo() {
        assertThat(outcomes(rows(BUS, BUS), known(BUS))).containsExactly("SAME Transportes", "CREATED");
        assertThat(outcomes(rows(BUS, BUS), known(BUS, BUS))).containsExactly("SAME Transportes", "SAME Transportes");
    }

    @Test
    void aNumberTellsTheRowWhereverItStands() {
        String renamed = "2026-11-09;Otro;1;7";
        assertThat(outcomes(rows(ROOM + ";8", renamed), known(BUS + ";7", ROOM + ";8")))
                .containsExactly("SAME Salon", "CHANGED Transportes");
        assertThat(outcomes(rows(BUS + ";9"), known(BUS + ";7")))
                .as("the same words under another number")
                .containsExactly("CREATED");
        assertThat(outcomes(rows(BUS + ";7", PAPER + ";7"), known(BUS + ";7")))
                .as("one number twice")
                .containsExactly("SAME Transportes", "ASIDE");
    }

    @Test
    void totalsAndRowsOfTomorrowAreNoEntries() {
        assertThat(outcomes(rows(";TOTAL;1735.5", "2026-12-02;Salon;1", "2026-11-02;Nada;"), List.of()))
                .containsExactly("ASIDE", "ASIDE", "ASIDE");
        assertThat(rows(";TOTAL;1735.5").get(0).lack()).isEqualTo("fieldwork.workbook.no-day");
    }

    @Test
    void aNumberWrittenInAnotherWaySaysTheSame() {
        assertThat(outcomes(rows("2026-11-02;Transportes;1,250.00"), known(BUS)))
                .containsExactly("SAME Transportes");
    }

    @Test
    void whatThePageCorrectedIsNotSetBackByTheWorkbook() {
        KnownEntry bus = known(BUS).get(0);
        KnownEntry corrected = new KnownEntry(
                bus.id(),
                2,
                bus.rowKey(),
                bus.rowMark(),
                bus.kind(),
                bus.happenedOn(),
                "Autobuses",
                "",
                bus.typed(),
                bus.figure(),
                bus.currency(),
                null,
                null,
                null,
                null);
        assertThat(outcomes(rows(BUS), List.of(corrected))).containsExactly("SAME Autobuses");
        assertThat(outcomes(rows("2026-11-02;Autobuses;1250"), List.of(corrected)))
                .containsExactly("SAME Autobuses");
    }

    @Test
    void aSingleMarkIsSaidBack() {
        WorkbookEntry row = rows("2026-11-02;Maiz;1.234").get(0);
        assertThat(Objects.requireNonNull(row.remarks().get(0)).key()).isEqualTo("fieldwork.workbook.unread");
        assertThat(rows("2026-11-02;Maiz;1,234").get(0).remarks().get(0).arguments())
                .containsExactly("1,234", "1,234");
    }
}
