package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.reading.domain.outline.TextAnalysis;

/** Finds what an action depends on in the text of a plan. */
final class ConditionReader {

    /** Words by which a sentence refers to the lines under it. */
    private static final Pattern SPEAKS_OF_LIST = Pattern.compile(
            "\\b(?:(?:ces|toutes les|l'ensemble des|les presentes) (?:\\S{1,30} )?(?:actions|activites|elements|initiatives|projets|moyens)"
                    + "|ce qui suit|(?:these|the following|all) (?:\\S{1,30} )?(?:actions|activities|initiatives|items|projects))\\b");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");

    private static final Pattern DONE = Pattern.compile(
            "[(\\[][^()\\[\\]]{0,40}?\\b(?:obtenue?s?|realisee?s?|terminee?s?|completee?s?|faite?s?|accomplie?s?|accordee?s?|"
                    + "recue?s?|deja en place|done|completed?|achieved|obtained|secured|received|granted|finished)"
                    + "(?: (?:en|le|au|depuis|in|on|since)\\b[^()\\[\\]]{0,20})?[)\\]]");

    private static final Pattern NOT_DONE = Pattern.compile(
            "\\b(?:si|lorsque?|quand|pas|non|a etre|if|when|once|not|to be|sous reserve|sera|seront)\\b");

    private static final Pattern DENIED =
            Pattern.compile("(?:^|[^a-z])(?:meme|(?:pas|non)(?: seulement)?|jamais|even|not(?: only)?|never) $");

    /** Maximum length of an action, in characters; what follows is a separate text. */
    private static final int LONGEST = 20_000;

    /** The conditions in a text, the gravest first, each commitment once. */
    List<ReadCondition> read(String text, boolean inherited) {
        String flat = TextAnalysis.foldInPlace(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<ReadCondition> found = find(ConditionWords.ALL, text, flat, inherited);
        return found.isEmpty() ? find(ConditionWords.OTHERWISE, text, flat, inherited) : found;
    }

    private static List<ReadCondition> find(
            List<ConditionWords.ConditionPattern> entries, String text, String flat, boolean inherited) {
        List<ReadCondition> found = new ArrayList<>();
        Set<Commitment> seen = EnumSet.noneOf(Commitment.class);
        for (ConditionWords.ConditionPattern entry : entries) {
            if (seen.contains(entry.commitment())) {
                continue;
            }
            Matcher matcher = entry.words().matcher(flat);
            boolean condition = matcher.find();
            while (condition && isDenied(flat, matcher.start())) {
                condition = matcher.find();
            }
            if (condition) {
                seen.add(entry.commitment());
                String words = TextAnalysis.squeeze(text.substring(matcher.start(), matcher.end()))
                        .strip();
                found.add(new ReadCondition(entry.commitment(), words, inherited));
            }
        }
        return found;
    }

    /** "Même si le financement n'est pas obtenu" and "pas selon les ressources" set no condition. */
    private static boolean isDenied(String flat, int start) {
        return DENIED.matcher(flat.substring(Math.max(0, start - 20), start)).find();
    }

    /**
     * The conditions that a paragraph sets on the list under it: by its last sentence before a colon, or by naming the
     * list.
     */
    List<ReadCondition> readForList(String paragraph) {
        String[] sentences = SENTENCE_END.split(paragraph, -1);
        StringBuilder over = new StringBuilder();
        for (int i = 0; i < sentences.length; i++) {
            boolean opens = i == sentences.length - 1 && sentences[i].endsWith(":");
            if (opens
                    || SPEAKS_OF_LIST
                            .matcher(TextAnalysis.foldInPlace(sentences[i]))
                            .find()) {
                over.append(sentences[i]).append("; ");
            }
        }
        return read(over.toString(), true);
    }

    /** The commitment that results from several conditions. */
    static Commitment commitment(List<ReadCondition> conditions) {
        return conditions.stream()
                .map(ReadCondition::commitment)
                .min(Enum::compareTo)
                .orElse(Commitment.FIRM);
    }

    /** The words in brackets that say an action is done already, or empty. */
    String doneWords(String text) {
        Matcher matcher = DONE.matcher(TextAnalysis.foldInPlace(text));
        while (matcher.find()) {
            if (!NOT_DONE.matcher(matcher.group()).find()) {
                return text.substring(matcher.start(), matcher.end());
            }
        }
        return "";
    }
}
