package org.convergence.advocacy.dialogue.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.OfficeKind;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/** A line understood; without a name, its office is the decision-maker. */
record MandateLine(int number, String given, String family, MandateFacts mandate, List<ImportRemark> remarks) {

    private static final Map<String, String> WORDS = Map.of(
            OfficeKind.MINISTRY.key(), "ministere",
            OfficeKind.PARLIAMENT.key(), "assemblee",
            OfficeKind.COMMITTEE.key(), "comite",
            OfficeKind.EMBASSY.key(), "ambassade",
            OfficeKind.CITY.key(), "ville",
            OfficeKind.FIRM.key(), "entreprise",
            LobbyRegister.FEDERAL.key(), "federal",
            LobbyRegister.QUEBEC.key(), "quebec",
            LobbyRegister.NONE.key(), "aucun");

    String name() {
        return (given + " " + family).strip();
    }

    /** The name to look for in the directory. */
    String folded() {
        return TextNormalizer.fold(name());
    }

    String label() {
        return name().isEmpty() ? mandate.title() : name();
    }

    static MandateLine read(ImportRow row) {
        List<ImportRemark> remarks = new ArrayList<>();
        String full = row.of(MandateColumn.FULL_NAME);
        int last = full.lastIndexOf(' ');
        String given = last < 0 ? row.of(MandateColumn.GIVEN_NAME) : full.substring(0, last);
        String family = full.isEmpty() ? row.of(MandateColumn.FAMILY_NAME) : full.substring(last + 1);
        LocalDate from = day(row, MandateColumn.FROM, remarks);
        LocalDate until = day(row, MandateColumn.UNTIL, remarks);
        if (from != null && until != null && until.isBefore(from)) {
            remarks.add(ImportRemark.onColumn(MandateColumn.UNTIL, "dialogue.refused.mandate-days"));
            until = null;
        }
        return new MandateLine(
                row.number(),
                TextShortener.shorten(given, 100),
                TextShortener.shorten(family, 100),
                new MandateFacts(
                        TextShortener.shorten(row.of(MandateColumn.TITLE), 200),
                        TextShortener.shorten(row.of(MandateColumn.BODY), 200),
                        constant(
                                row,
                                MandateColumn.KIND,
                                OfficeKind.values(),
                                OfficeKind::key,
                                OfficeKind.OTHER,
                                remarks),
                        constant(
                                row,
                                MandateColumn.REGISTER,
                                LobbyRegister.values(),
                                LobbyRegister::key,
                                LobbyRegister.NONE,
                                remarks),
                        from,
                        until,
                        TextShortener.shorten(row.of(MandateColumn.MAIL), 254),
                        TextShortener.shorten(row.of(MandateColumn.PHONE), 50),
                        TextShortener.shorten(row.of(MandateColumn.ADDRESS), 500)),
                remarks);
    }

    private static @Nullable LocalDate day(ImportRow row, MandateColumn column, List<ImportRemark> remarks) {
        String text = row.of(column);
        Optional<LocalDate> day = DateReader.read(text);
        if (!text.isEmpty() && day.isEmpty()) {
            remarks.add(ImportRemark.onColumn(column, "dialogue.import.unread", text));
        }
        return day.orElse(null);
    }

    /** The constant of which the cell holds the name or, as in our exports, the French word. */
    private static <E extends Enum<E>> E constant(
            ImportRow row,
            MandateColumn column,
            E[] among,
            Function<E, String> key,
            E otherwise,
            List<ImportRemark> remarks) {
        String text = TextNormalizer.fold(row.of(column));
        Optional<E> found = Arrays.stream(among)
                .filter(each -> text.equals(TextNormalizer.fold(each.name()))
                        || text.equals(WORDS.getOrDefault(key.apply(each), "")))
                .findFirst();
        if (!text.isEmpty() && found.isEmpty()) {
            remarks.add(ImportRemark.onColumn(column, "dialogue.import.unread", row.of(column)));
        }
        return found.orElse(otherwise);
    }

    /** The columns of a list of decision-makers, with the titles by which they are recognised in French and English. */
    enum MandateColumn implements ImportColumn {
        GIVEN_NAME("prenom", "first name", "given name"),
        FAMILY_NAME("nom de famille", "nom", "last name", "family name", "surname"),
        FULL_NAME(
                "prenom et nom",
                "nom complet",
                "titulaire",
                "deputee",
                "depute",
                "name",
                "full name",
                "representative name"),
        TITLE("fonction", "titre", "poste", "elected office", "office", "role", "title", "position"),
        BODY(
                "organisme",
                "ministere",
                "institution",
                "circonscription",
                "comite",
                "district name",
                "riding",
                "body",
                "ministry"),
        KIND("genre", "type", "kind"),
        REGISTER("registre", "palier", "register", "level"),
        MAIL("courriel", "adresse courriel", "email", "e mail", "mail"),
        PHONE("telephone", "phone", "tel"),
        ADDRESS("adresse", "adresse postale", "address"),
        FROM("depuis", "debut", "du", "from", "start", "since"),
        UNTIL("jusqu au", "fin", "au", "until", "end");

        private final List<String> titles;

        MandateColumn(String... titles) {
            this.titles = List.of(titles);
        }

        @Override
        public String key() {
            return "dialogue.import.field." + name();
        }

        @Override
        public List<String> titles() {
            return titles;
        }
    }
}
