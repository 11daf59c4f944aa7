package org.convergence.plan.realisation.domain;

import java.util.List;
import org.convergence.platform.imports.ImportColumn;

/**
 * The columns of a file of realisations, the same for export and import. Each has the folded titles used in French or
 * English, the likeliest first.
 */
public enum RealisationColumn implements ImportColumn {
    TITLE("titre, quoi, activite, activites, realisation, realisations, evenement, intitule, nom, sujet, "
            + "title, what, activity, event, name, description"),
    FROM("date, quand, date de debut, debut, du, premier jour, jour, when, start date, from, start, " + "first day"),
    TO("jusqu au, date de fin, fin, au, dernier jour, until, end date, to, end, last day"),
    KIND("nature, type, sorte, categorie, genre d activite, kind, category"),
    STATE("etat, statut, state, status"),
    PLACE("lieu, ou, region, endroit, pays, ville, place, where, location, country"),
    ORGANISATIONS("organisations, organisation, avec, avec qui, partenaires, partenaire, groupes, groupe, "
            + "organizations, organization, with, partners, partner"),
    COUNT("participations, participation, participants, participantes, nombre de personnes, nombre, "
            + "personnes, presences, total, participants, attendance, count, people, number"),
    WOMEN("femmes, femme, f, women, woman"),
    MEN("hommes, homme, h, men, man"),
    OTHER("autre genre, autres genres, autre, non binaires, non binaire, another gender, other gender, " + "other"),
    NOT_STATED("non declare, non declarees, nd, non precise, inconnu, not stated, unknown"),
    YOUTH("dont jeunes, jeunes, jeune, of whom young, youth, young"),
    HOURS("heures de l equipe, heures equipe, temps de l equipe, heures, temps, duree, staff hours, "
            + "team hours, hours, duration"),
    VOLUNTEER_HOURS(
            "heures benevoles, heures de benevolat, temps des benevoles, benevoles, volunteer hours, " + "volunteers"),
    COPIES("exemplaires, exemplaires remis, copies, copies handed out"),
    QUANTITY("compte pour, quantite, nombre d activites, nombre de seances, counts for, quantity"),
    LINES("lignes du plan, ligne du plan, sert a, sert, lignes, ligne, moyens, moyen, actions, action, "
            + "plan, codes, code, numero, lines of the plan, lines, line, serves"),
    NARRATIVE("recit, comment cela s est passe, commentaires, commentaire, remarques, remarque, observations, "
            + "notes, note, resume, details, description, narrative, comments, how it went"),
    LINKS("liens, lien, url, adresse web, site, links, link");

    private final List<String> titles;

    RealisationColumn(String titles) {
        this.titles = List.of(titles.split(", "));
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    @Override
    public String key() {
        return "realisation.column." + name();
    }
}
