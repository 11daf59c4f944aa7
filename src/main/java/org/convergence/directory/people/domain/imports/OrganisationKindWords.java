package org.convergence.directory.people.domain.imports;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.platform.text.TextNormalizer;

/** The words for kinds of organisations in a file. */
final class OrganisationKindWords {

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

    private OrganisationKindWords() {}

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
