package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of the written plan outside its objectives, block by block. */
public final class OutlinePart {

    private final @Nullable TextBlock heading;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final boolean after;
    private boolean listsObjectives;

    OutlinePart(@Nullable TextBlock heading) {
        this(heading, false);
    }

    /** A part after the objectives without a title is not an introduction. */
    OutlinePart(@Nullable TextBlock heading, boolean after) {
        this.heading = heading;
        this.after = after;
    }

    public @Nullable TextBlock heading() {
        return heading;
    }

    public List<TextBlock> blocks() {
        return List.copyOf(blocks);
    }

    /** Its subject; a part without a title is the introduction. */
    public ReadSectionKind kind() {
        if (listsObjectives) {
            return ReadSectionKind.OVERVIEW;
        }
        if (heading == null) {
            return after ? ReadSectionKind.OTHER : ReadSectionKind.INTRODUCTION;
        }
        ReadSectionKind kind = ReadSectionKind.fromTitle(heading.text());
        kind = kind == null ? ReadSectionKind.fromTitle(heading.mark().written()) : kind;
        return kind == null ? ReadSectionKind.OTHER : kind;
    }

    void add(TextBlock block) {
        blocks.add(block);
    }

    void addObjectiveTitle(TextBlock block) {
        blocks.add(block);
        listsObjectives = true;
    }

    boolean isEmpty() {
        return heading == null && blocks.isEmpty();
    }

    /** The subject of a part of a plan outside its objectives, by its title. */
    public enum ReadSectionKind {
        INTRODUCTION(
                "introduction|preambule|avant-propos|mot (?:de|du|des) .*|foreword|preamble|message from .*|preface|"
                        + "resume(?: executif)?|executive summary|sommaire(?: executif)?|presentation.*"),
        PRIORITY(
                "priorites?(?: (?:transversale|annuelle|generale|de l'annee|organisationnelle)s?)?|(?:cross-cutting|overarching|annual) (?:priority|priorities|theme)s?|"
                        + "enjeux? transversa(?:l|ux)|axes? transversa(?:l|ux)|themes? transversa(?:l|ux)"),
        PRINCIPLES(
                "(?:elements? de |enonce de )?principes?(?: .*)?|valeurs(?: .*)?|(?:guiding )?principles|(?:core )?values|"
                        + "ethique|code (?:de|d'|of) .*"),
        TEAM("equipe(?: .*)?|team|staff|ressources humaines|personnel|gouvernance et equipe"),
        MISSION(
                "(?:mission|vision)(?:(?:,| et| and).*)?|mandat|mandate|qui sommes-nous.*|about us|who we are|a propos.*"),
        CONTEXT(
                "(?:mise en )?contexte?(?: .*)?|context|background|situation|portrait.*|diagnostic|bilan.*|etat des lieux|constats?|"
                        + "environnement|analyse.*|analysis|methodologie|methodology|demarche|process"),
        /** The objectives listed once before they are detailed. */
        OVERVIEW(
                "(?:objectifs?|axes?|orientations?|enjeux|priorities|goals|objectives)(?: (?:generaux|strategiques|en bref|at a glance))?|"
                        + "table des matieres|sommaire des .*|vue d'ensemble|overview"),
        CONCLUSION("conclusion.*|pour conclure|remerciements|acknowledge?ments|mot de la fin|closing"),
        ANNEX(
                "annexes?(?: .*)?|appendi(?:x|ces).*|glossaire|glossary|bibliographie|references|liste des (?:sigles|acronymes).*|"
                        + "(?:suivi et )?evaluation(?: du plan)?|suivi|suivi du plan.*|monitoring and evaluation|budget(?: .*)?|echeanciers?|calendrier|timeline|schedule|"
                        + "prochaines etapes|next steps|notes"),
        OTHER("(?!)");

        private static final int LONGEST_TITLE = 90;

        /** Words before a title that do not change its meaning. */
        private static final Pattern ARTICLE = Pattern.compile("^(?:notre |nos |la |le |les |l'|our |the )");

        private static final Pattern TAIL = Pattern.compile("[ :.]+$");

        private final Pattern title;

        ReadSectionKind(String title) {
            this.title = Pattern.compile(title);
        }

        /** The kind that a title announces, or null for an unusual title. */
        public static @Nullable ReadSectionKind fromTitle(String title) {
            if (title.length() > LONGEST_TITLE) {
                return null;
            }
            String whole = TAIL.matcher(TextAnalysis.fold(title)).replaceFirst("");
            String folded = ARTICLE.matcher(whole).replaceFirst("");
            for (ReadSectionKind kind : values()) {
                if (kind.title.matcher(folded).matches()) {
                    return kind;
                }
            }
            return null;
        }
    }
}
