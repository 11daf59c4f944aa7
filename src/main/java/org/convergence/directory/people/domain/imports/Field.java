package org.convergence.directory.people.domain.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.Fold;

/** The columns of a file, with the titles by which they are recognised, in French, English and Spanish. */
public enum Field implements ImportColumn {
    NAME(
            Set.of(Subject.ORGANISATIONS),
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
    SHORT_NAME(Set.of(Subject.ORGANISATIONS), "sigle", "acronyme", "nom court", "acronym", "short name", "siglas"),
    OTHER_NAMES(
            Set.of(Subject.ORGANISATIONS),
            "autres noms",
            "autre nom",
            "ancien nom",
            "other names",
            "former name",
            "otros nombres"),
    KIND(Set.of(Subject.ORGANISATIONS), "genre", "type", "catégorie", "kind", "category", "tipo"),
    PLACE(
            Set.of(Subject.ORGANISATIONS),
            "lieu",
            "région",
            "région administrative",
            "pays",
            "place",
            "region",
            "country",
            "país",
            "lugar"),
    WEBSITE(Set.of(Subject.ORGANISATIONS), "site web", "site", "site internet", "web", "website", "url", "sitio web"),
    PARENTS(
            Set.of(Subject.ORGANISATIONS),
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
    GIVEN_NAME(Set.of(Subject.PERSONS), "prénom", "first name", "given name", "nombre de pila"),
    FAMILY_NAME(
            Set.of(Subject.PERSONS), "nom de famille", "last name", "family name", "surname", "apellido", "apellidos"),
    FULL_NAME(
            Set.of(Subject.PERSONS),
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
    DISPLAY_FORM(Set.of(Subject.PERSONS), "s’écrit", "forme", "written as", "display name"),
    PRONOUN(Set.of(Subject.PERSONS), "pronom", "pronoms", "pronoun", "pronouns", "pronombre"),
    LANGUAGES(Set.of(Subject.PERSONS), "langue", "langues", "language", "languages", "idioma", "idiomas"),
    ORGANISATION(
            Set.of(Subject.PERSONS),
            "organisation",
            "organisme",
            "syndicat",
            "groupe",
            "organization",
            "union",
            "organización",
            "employeur"),
    TITLE(
            Set.of(Subject.PERSONS),
            "fonction",
            "titre",
            "poste",
            "rôle",
            "title",
            "function",
            "position",
            "role",
            "cargo"),
    SINCE(Set.of(Subject.PERSONS), "depuis", "début", "date de début", "since", "from", "start", "desde"),
    UNTIL(Set.of(Subject.PERSONS), "jusqu’à", "fin", "date de fin", "until", "to", "end", "hasta"),
    MAIL(
            Set.of(Subject.ORGANISATIONS, Subject.PERSONS),
            "courriel",
            "courriel professionnel",
            "adresse courriel",
            "mail",
            "email",
            "e-mail",
            "work email",
            "correo",
            "correo electrónico"),
    PHONE(
            Set.of(Subject.ORGANISATIONS, Subject.PERSONS),
            "téléphone",
            "tél",
            "téléphone professionnel",
            "téléphone au travail",
            "phone",
            "telephone",
            "work phone",
            "teléfono"),
    PERSONAL_MAIL(Set.of(Subject.PERSONS), "courriel personnel", "personal email", "correo personal"),
    PERSONAL_PHONE(
            Set.of(Subject.PERSONS),
            "téléphone personnel",
            "cellulaire",
            "mobile",
            "personal phone",
            "cell",
            "celular"),
    NOTE(Set.of(Subject.ORGANISATIONS, Subject.PERSONS), "note", "notes", "remarque", "remarques", "comment", "nota");

    private final Set<Subject> subjects;
    private final List<String> titles;

    Field(Set<Subject> subjects, String... titles) {
        this.subjects = subjects;
        this.titles = Arrays.stream(titles).map(Fold::of).toList();
    }

    /** The columns of a subject. */
    static List<Field> of(Subject subject) {
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
