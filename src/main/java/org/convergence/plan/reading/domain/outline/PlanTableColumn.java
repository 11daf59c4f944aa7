package org.convergence.plan.reading.domain.outline;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.jspecify.annotations.Nullable;

/** What a table column, or a caption with a value, holds, recognised by its caption. */
public enum PlanTableColumn {
    CODE("n°|no\\.?|#|num(?:ero)?|code|ref(?:erence)?\\.?|item"),
    OBJECTIVE(
            "(?:grand[es]* )?(?:objectif|axe|orientation|enjeu|priorite|volet|chantier|pilier|theme|thematique|domaine|"
                    + "goal|objective|objetivo|eje|priority|pillar|area|focus area|strategic (?:direction|priority|goal|objective|area)|"
                    + "direction|finalite|but)e?s?(?: (?:strategique|generaux|general|prioritaire|de travail|principaux)s?)?"),
    MEANS(
            "(?:moyen|strategie|means|strateg(?:y|ie)|objectifs? specifique|specific objective|sous-objectif|sub-objective|"
                    + "objectifs? operationnel|projet|project|approche|approach)e?s?(?: d'action)?"),
    ACTION(
            "(?:moyens et )?(?:action|activite|activit(?:y|ie)|accion|actividad|acciones|actividades|mesure|measure|initiative|intervention|"
                    + "pistes? d'action|moyens? d'action|action item|key action|output|extrant|realisation)e?s?"
                    + "(?: (?:a realiser|a mener|prevue|proposee|concrete|cle|prioritaire|envisagee|planned|key)s?)?"),
    SUB_ACTION("(?:sous-action|tache|task|etape|step|sub-action|sous-activite|sub-activit(?:y|ie))e?s?"),
    RESPONSIBLE(
            "(?:personnes?|instances?|organismes?|comites?|equipes?)? ?(?:responsable|resp\\.?|encargad[oa]|porteu(?:r|se)|pilote|mandatee?|lead|"
                    + "responsible|owner|accountable|who|qui|charge(?:e|\\(e\\))?|par qui|responsibilit(?:y|ie)|responsabilite|"
                    + "in charge|person responsible|assigned to)(?:e?s|\\(s\\))?(?: (?:person|party|principale?|du dossier))?"),
    DUE(
            "(?:date|echeance|echeancier|calendrier|delai|periode|quand|moment|date limite|date prevue|due|due date|deadline|fecha(?: limite)?|plazo|"
                    + "timeline|timeframe|time frame|time|when|schedule|target date|duree|trimestre|date d'echeance|"
                    + "echeance prevue|horizon)(?:e?s|\\(s\\))?"),
    TARGET(
            "(?:indicateur|indicador|meta|cible|livrable|resultat|resultat attendu|resultat vise|resultat escompte|indicator|target|"
                    + "measure of success|kpi|deliverable|result|expected result|expected outcome|outcome|success indicator|"
                    + "success measure|performance indicator|indicateur de (?:suivi|reussite|performance|resultat|succes)|"
                    + "indicateurs? et cible|effet attendu|mesure de succes)(?:e?s|\\(s\\))?(?: (?:attendu|vise|cible)s?)?"),
    BUDGET(
            "(?:budget|cout|cost|montant|amount|presupuesto|costo)s?(?: (?:prevu|estime|needed|required|total|estimado)s?)?"),
    RHYTHM("frequences?|rythme|periodicite|recurrence|frequency|rhythm|how often|frecuencia"),
    /** Any other column (partners, state), kept with its caption. */
    OTHER("(?:partenaire|partner|ressource|resource|statut|status|etat|state|commentaire|comment|"
            + "remarque|note|collaborateur|collaboration|suivi|priorite|public cible|clientele|clienteles|lieu|"
            + "financement|funding|progress|avancement|appui|soutien|support)(?:e?s|\\(s\\))?"
            + "(?: (?:financiere|humaine|necessaire|requise|prevu|estime|needed|required)s?)?");

    private static final Pattern TAIL = Pattern.compile("[ :*]+$");
    private static final Pattern SECOND = Pattern.compile(" ?(?:/|\\(|,| et | and | ou | or ).*$");

    private final Pattern words;

    PlanTableColumn(String words) {
        this.words = Pattern.compile(words);
    }

    /** The level of the lines in this column, or null for a column that describes a line. */
    @Nullable
    LevelRank rank() {
        return switch (this) {
            case OBJECTIVE -> LevelRank.TOP;
            case MEANS -> LevelRank.MEANS;
            case ACTION -> LevelRank.ACTION;
            case SUB_ACTION -> LevelRank.SUB_ACTION;
            default -> null;
        };
    }

    /** It tells something beside a line, with a place of its own. */
    public boolean isBeside() {
        return this == RESPONSIBLE || this == DUE || this == TARGET || this == BUDGET || this == RHYTHM;
    }

    /** The column that a caption names, or null. */
    public static @Nullable PlanTableColumn fromCaption(String caption) {
        if (caption.length() > 60) {
            return null;
        }
        String folded = TAIL.matcher(TextAnalysis.fold(caption)).replaceFirst("");
        String first = SECOND.matcher(folded).replaceFirst("");
        for (PlanTableColumn column : values()) {
            if (column.words.matcher(folded).matches()
                    || column.words.matcher(first).matches()) {
                return column;
            }
        }
        return null;
    }

    /** The meaning of a table's columns, recognised by its caption row. */
    static final class PlanTableColumns {

        private final Map<Integer, LevelRank> ranks = new TreeMap<>();
        private final Map<Integer, PlanTableColumn> kinds = new TreeMap<>();
        private final Map<Integer, String> captions = new TreeMap<>();

        PlanTableColumns(OutlineTable.OutlineTableRow row) {
            LevelRank deepest = null;
            for (int column : row.cells().keySet()) {
                String caption = row.text(column);
                PlanTableColumn kind = PlanTableColumn.fromCaption(caption);
                captions.put(column, caption);
                LevelRank rank = kind == null ? null : kind.rank();
                boolean urgency = deepest != null && TextAnalysis.fold(caption).matches("priorite|priority");
                if (rank == null || urgency) {
                    kinds.put(column, kind == null || urgency ? PlanTableColumn.OTHER : kind);
                } else {
                    // A second column of the same level is one level deeper: Orientation, Objective, Action.
                    LevelRank own = deepest != null && rank.compareTo(deepest) <= 0 ? below(deepest) : rank;
                    ranks.put(column, own);
                    deepest = own;
                }
            }
        }

        private static LevelRank below(LevelRank rank) {
            return switch (rank) {
                case TOP -> LevelRank.MEANS;
                case MEANS -> LevelRank.ACTION;
                case ACTION, SUB_ACTION -> LevelRank.SUB_ACTION;
            };
        }

        @Nullable
        LevelRank rank(int column) {
            return ranks.get(column);
        }

        /** What a column that names no level holds; a column without a caption is {@link PlanTableColumn#OTHER}. */
        PlanTableColumn kind(int column) {
            return kinds.getOrDefault(column, PlanTableColumn.OTHER);
        }

        String caption(int column) {
            return captions.getOrDefault(column, "");
        }

        boolean hasTop() {
            return ranks.containsValue(LevelRank.TOP);
        }

        boolean isDeepest(LevelRank rank) {
            return ranks.values().stream().noneMatch(other -> other.compareTo(rank) > 0);
        }

        int lastColumn() {
            return captions.keySet().stream().max(Integer::compare).orElse(0);
        }
    }
}
