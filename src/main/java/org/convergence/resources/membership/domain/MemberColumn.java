package org.convergence.resources.membership.domain;

import java.util.Arrays;
import java.util.List;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.TextNormalizer;

/** The columns of a list of members beside those of an organisation, with the titles by which they are recognised. */
enum MemberColumn implements ImportColumn {
    CATEGORY("catégorie", "catégorie de membre", "category", "membership category", "categoría"),
    MEMBER_SINCE(
            "membre depuis",
            "date d’adhésion",
            "adhésion",
            "admission",
            "depuis",
            "member since",
            "since",
            "miembro desde"),
    HEADCOUNT(
            "effectif",
            "effectifs",
            "nombre de membres",
            "nb de membres",
            "nombre de cotisants",
            "headcount",
            "number of members",
            "efectivo"),
    COUNTED_ON("effectif au", "date de l’effectif", "headcount on", "counted on"),
    CONTACT(
            "personne contact",
            "personne ressource",
            "nom du contact",
            "contact",
            "responsable",
            "contact person",
            "persona de contacto"),
    CONTACT_TITLE("fonction", "fonction du contact", "poste", "titre", "role", "function", "position", "cargo"),
    CONTACT_MAIL(
            "courriel de la personne",
            "courriel du contact",
            "courriel contact",
            "courriel de la personne contact",
            "contact email",
            "correo del contacto"),
    CONTACT_PHONE(
            "téléphone de la personne",
            "téléphone du contact",
            "téléphone contact",
            "cellulaire",
            "contact phone",
            "teléfono del contacto");

    private final List<String> titles;

    MemberColumn(String... titles) {
        this.titles = Arrays.stream(titles).map(TextNormalizer::fold).toList();
    }

    @Override
    public String key() {
        return "membership.import.field." + name();
    }

    @Override
    public List<String> titles() {
        return titles;
    }
}
