package org.convergence.advocacy.dialogue.domain;

import java.util.List;
import org.convergence.platform.imports.ImportColumn;

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
