package org.convergence.directory.people.domain.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.TextNormalizer;

/** The columns of a file, with the titles by which they are recognised, in French, English and Spanish. */
public enum ListImportColumn implements ImportColumn {
    NAME(
            Set.of(ImportSubject.ORGANISATIONS),
            "nom",
            "nom de l’organisation",
            "organisation",
            "organisme",
            "syndicat",
            "groupe",
            "raison sociale",
            "name",
            "organization",
            "organization name",
            "nombre",
            "organización"),
    SHORT_NAME(
            Set.of(ImportSubject.ORGANISATIONS), "sigle", "acronyme", "nom court", "acronym", "short name", "siglas"),
    OTHER_NAMES(
            Set.of(ImportSubject.ORGANISATIONS),
            "autres noms",
            "autre nom",
            "ancien nom",
            "other names",
            "former name",
            "otros nombres"),
    KIND(Set.of(ImportSubject.ORGANISATIONS), "genre", "type", "catégorie", "kind", "category", "tipo"),
    PLACE(
            Set.of(ImportSubject.ORGANISATIONS),
            "lieu",
            "région",
            "région administrative",
            "pays",
            "place",
            "region",
            "country",
            "país",
            "lugar"),
    WEBSITE(
            Set.of(ImportSubject.ORGANISATIONS),
            "site web",
            "site",
            "site internet",
            "web",
            "website",
            "url",
            "sitio web"),
    PARENTS(
            Set.of(ImportSubject.ORGANISATIONS),
            "appartient à",
            "affiliation",
            "affiliations",
            "affiliée à",
            "centrale",
            "fédération",
            "conseil central",
            "belongs to",
            "parent",
            "federation",
            "central",
            "afiliación"),
    GIVEN_NAME(Set.of(ImportSubject.PERSONS), "prénom", "first name", "given name", "nombre de pila"),
    FAMILY_NAME(
            Set.of(ImportSubject.PERSONS),
            "nom de famille",
            "last name",
            "family name",
            "surname",
            "apellido",
            "apellidos"),
    FULL_NAME(
            Set.of(ImportSubject.PERSONS),
            "nom",
            "nom complet",
            "prénom et nom",
            "nom et prénom",
            "personne",
            "name",
            "full name",
            "person",
            "nombre",
            "nombre completo"),
    DISPLAY_FORM(Set.of(ImportSubject.PERSONS), "s’écrit", "forme", "written as", "display name"),
    PRONOUN(Set.of(ImportSubject.PERSONS), "pronom", "pronoms", "pronoun", "pronouns", "pronombre"),
    LANGUAGES(Set.of(ImportSubject.PERSONS), "langue", "langues", "language", "languages", "idioma", "idiomas"),
    ORGANISATION(
            Set.of(ImportSubject.PERSONS),
            "organisation",
            "organisme",
            "syndicat",
            "groupe",
            "organization",
            "union",
            "organización",
            "employeur",
            "nom du syndicat",
            "nom de l’organisation",
            "section locale",
            "sindicato"),
    TITLE(
            Set.of(ImportSubject.PERSONS),
            "fonction",
            "titre",
            "poste",
            "rôle",
            "title",
            "function",
            "position",
            "role",
            "cargo"),
    SINCE(Set.of(ImportSubject.PERSONS), "depuis", "début", "date de début", "since", "from", "start", "desde"),
    UNTIL(Set.of(ImportSubject.PERSONS), "jusqu’à", "fin", "date de fin", "until", "to", "end", "hasta"),
    MAIL(
            Set.of(ImportSubject.ORGANISATIONS, ImportSubject.PERSONS),
            "courriel",
            "courriel professionnel",
            "adresse courriel",
            "adresse électronique",
            "mail",
            "email",
            "e-mail",
            "work email",
            "correo",
            "correo electrónico"),
    PHONE(
            Set.of(ImportSubject.ORGANISATIONS, ImportSubject.PERSONS),
            "téléphone",
            "tél",
            "téléphone professionnel",
            "téléphone au travail",
            "phone",
            "telephone",
            "work phone",
            "teléfono"),
    PERSONAL_MAIL(Set.of(ImportSubject.PERSONS), "courriel personnel", "personal email", "correo personal"),
    PERSONAL_PHONE(
            Set.of(ImportSubject.PERSONS),
            "téléphone personnel",
            "cellulaire",
            "mobile",
            "personal phone",
            "cell",
            "celular"),
    NOTE(
            Set.of(ImportSubject.ORGANISATIONS, ImportSubject.PERSONS),
            "note",
            "notes",
            "remarque",
            "remarques",
            "comment",
            "nota",
            "adresse",
            "adresse postale",
            "ville",
            "code postal",
            "address",
            "city",
            "postal code",
            "dirección",
            "ciudad");

    private final Set<ImportSubject> subjects;
    private final List<String> titles;

    ListImportColumn(Set<ImportSubject> subjects, String... titles) {
        this.subjects = subjects;
        this.titles = Arrays.stream(titles).map(TextNormalizer::fold).toList();
    }

    /** The columns of a subject. */
    static List<ListImportColumn> of(ImportSubject subject) {
        return Arrays.stream(values())
                .filter(field -> field.subjects.contains(subject))
                .toList();
    }

    @Override
    public boolean mayRepeat() {
        return switch (this) {
            case OTHER_NAMES, PARENTS, MAIL, PHONE, PERSONAL_MAIL, PERSONAL_PHONE, NOTE, LANGUAGES -> true;
            default -> false;
        };
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    @Override
    public String key() {
        return "people.import.field." + name();
    }
}
