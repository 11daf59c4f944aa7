package org.convergence.directory.people.domain.imports;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.platform.geography.Place;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in a row.
 *
 * @param facts {@code null} where the row has no name
 * @param parents names of its parents
 */
record OrganisationImportRow(
        int line, @Nullable OrganisationFacts facts, List<String> parents, List<ImportRemark> remarks) {

    private static final int NAME = 300;
    private static final Map<OrganisationKind, List<String>> WORDS = Map.ofEntries(
            entry(
                    OrganisationKind.UNION_CENTRAL,
                    List.of("Centrale syndicale", "Centrale", "Labour central", "Union central")),
            entry(OrganisationKind.FEDERATION, List.of("Fédération", "Federation", "Federación")),
            entry(
                    OrganisationKind.REGIONAL_COUNCIL,
                    List.of(
                            "Conseil central ou régional",
                            "Conseil central",
                            "Conseil régional",
                            "Regional labour council",
                            "Regional council")),
            entry(
                    OrganisationKind.LOCAL_UNION,
                    List.of("Syndicat local", "Syndicat", "Local union", "Union", "Local", "Sindicato")),
            entry(OrganisationKind.UNION_SECTION, List.of("Section locale", "Section", "Union section")),
            entry(OrganisationKind.COMMITTEE, List.of("Comité", "Committee")),
            entry(
                    OrganisationKind.COMMUNITY_GROUP,
                    List.of(
                            "Groupe populaire ou ONG",
                            "Groupe populaire",
                            "Groupe communautaire",
                            "ONG",
                            "OBNL",
                            "Community group or NGO",
                            "Community group",
                            "NGO",
                            "Asociación")),
            entry(
                    OrganisationKind.COALITION,
                    List.of(
                            "Coalition ou table",
                            "Coalition",
                            "Table de concertation",
                            "Table",
                            "Réseau",
                            "Coalition or round table",
                            "Round table",
                            "Network",
                            "Red")),
            entry(
                    OrganisationKind.PUBLIC_BODY,
                    List.of("Organisme public", "Ministère", "Municipalité", "Public body", "Ministry")),
            entry(
                    OrganisationKind.SCHOOL,
                    List.of(
                            "École, cégep ou université",
                            "École",
                            "Cégep",
                            "Université",
                            "Collège",
                            "School, college or university",
                            "School",
                            "College",
                            "University")),
            entry(OrganisationKind.MEDIA, List.of("Média", "Journal", "Radio", "Media")),
            entry(
                    OrganisationKind.FUNDER,
                    List.of("Bailleur de fonds", "Bailleur", "Fondation", "Funder", "Foundation")),
            entry(
                    OrganisationKind.PARTNER_ABROAD,
                    List.of("Partenaire à l’étranger", "Partenaire", "Partner abroad", "Partner")),
            entry(OrganisationKind.OTHER, List.of("Autre", "Other", "Otro")));
    private static final Map<String, OrganisationKind> BY_WORD = byWord();

    static OrganisationImportRow read(ImportRow row) {
        ListCellReader cells = new ListCellReader(row);
        String name = cells.text(ListImportColumn.NAME, NAME);
        if (name == null) {
            cells.remark("nameless");
            return new OrganisationImportRow(row.number(), null, List.of(), cells.remarks());
        }
        List<ContactPoint> points = new ArrayList<>();
        cells.points(ListImportColumn.MAIL, ContactSphere.PROFESSIONAL, points);
        cells.points(ListImportColumn.PHONE, ContactSphere.PROFESSIONAL, points);
        var facts = new OrganisationFacts(
                name,
                cells.text(ListImportColumn.SHORT_NAME, 60),
                cells.readList(ListImportColumn.OTHER_NAMES, 20, NAME),
                kind(cells, row),
                place(cells, row),
                website(cells, row),
                points.stream().distinct().limit(20).toList(),
                cells.note());
        return new OrganisationImportRow(
                row.number(), facts, cells.readList(ListImportColumn.PARENTS, 10, NAME), cells.remarks());
    }

    private static OrganisationKind kind(ListCellReader cells, ImportRow row) {
        String text = row.of(ListImportColumn.KIND);
        return text.isEmpty()
                ? OrganisationKind.OTHER
                : OrganisationImportRow.read(text).orElseGet(() -> {
                    cells.remark("kind", ListCellReader.cutForWords(text));
                    return OrganisationKind.OTHER;
                });
    }

    private static @Nullable String place(ListCellReader cells, ImportRow row) {
        String text = row.of(ListImportColumn.PLACE);
        if (text.isEmpty()) {
            return null;
        }
        String code = Place.parse(text)
                .filter(place -> place instanceof Place.InQuebec || place instanceof Place.InCountry)
                .map(Place::code)
                .orElse(null);
        if (code == null) {
            cells.remark("place", ListCellReader.cutForWords(text));
        }
        return code;
    }

    private static @Nullable String website(ListCellReader cells, ImportRow row) {
        String text = row.of(ListImportColumn.WEBSITE);
        String address = text.isEmpty() ? null : OrganisationFacts.address(text).orElse(null);
        if (address == null && !text.isEmpty()) {
            cells.remark("website", ListCellReader.cutForWords(text));
        }
        return address;
    }

    static Optional<OrganisationKind> read(String text) {
        return Optional.ofNullable(BY_WORD.get(TextNormalizer.fold(text)));
    }

    private static Map<String, OrganisationKind> byWord() {
        Map<String, OrganisationKind> words = new LinkedHashMap<>();
        WORDS.forEach((kind, said) -> said.forEach(word -> words.put(TextNormalizer.fold(word), kind)));
        for (OrganisationKind kind : OrganisationKind.values()) {
            words.put(TextNormalizer.fold(kind.name()), kind);
        }
        return words;
    }
}
