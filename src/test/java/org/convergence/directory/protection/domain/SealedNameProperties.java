package org.convergence.directory.protection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.convergence.platform.redaction.NameSpellings;

/**
 * A person who is recognised at entry is found by the sweep; texts about other people stay unchanged, byte for byte.
 */
class SealedNameProperties {

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            text -> text,
            text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
            text -> Normalizer.normalize(text, Normalizer.Form.NFD),
            text -> text.replace("é", "&eacute;").replace("ñ", "&#241;").replace(" ", "&nbsp;"),
            text -> text.replace(" ", " \u200b\t\u00a0"),
            text -> text.chars()
                    .collect(
                            StringBuilder::new,
                            (all, c) -> all.append((char) c).append('\u00ad'),
                            StringBuilder::append)
                    .toString(),
            text -> "**" + text.replaceFirst(" ", "** "),
            text -> text.replaceFirst("(\\S+)$", "<b>$1</b>"),
            text -> text.toUpperCase(java.util.Locale.ROOT),
            text -> text.replace(" ", "_"),
            text -> text.replace(" ", "-"),
            text -> text.replace(" ", ", "),
            text -> text.replaceAll("([a-z])([a-z])$", "$1.$2"),
            text -> text.replace(" ", " / "),
            text -> text.replace("", " ").strip(),
            text -> text.replaceAll("(?<=\\S)(?=\\S)", "-"),
            text -> text.replace('a', '\u0430').replace('e', '\u0435').replace('A', '\u0410'),
            text -> text.replace('o', '\u03bf').replace('P', '\u03a1').replace('u', '\u03c5'));

    private static final String PARTICLE = "de";

    private record Typed(Identity identity, String text) {}

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                "Ana",
                "Anabelle",
                "María",
                "José",
                "Pérez",
                "Pérezon",
                "López",
                "Ñuñez",
                "D’Amours",
                "O'Neil",
                "Luz",
                "Æsa",
                "Luis",
                "Roy",
                "Anne",
                "de",
                "Saint-Jean");
    }

    @Provide
    Arbitrary<Typed> typed() {
        Arbitrary<String> name = words().list().ofMinSize(1).ofMaxSize(2).map(some -> String.join(" ", some));
        return Combinators.combine(
                        name,
                        name,
                        Arbitraries.of(SPELLINGS),
                        Arbitraries.of(SPELLINGS),
                        Arbitraries.randomValue(Random::nextLong))
                .as((given, family, one, other, seed) -> {
                    List<String> words = new ArrayList<>(List.of((given + " " + family).split(" ")));
                    if (seed % 3 == 0) {
                        Collections.shuffle(words, new Random(seed));
                    }
                    return new Typed(
                            new Identity(given, family, List.of(), List.of(), List.of(), null),
                            other.apply(one.apply(String.join(" ", words))));
                });
    }

    @Property
    void recognisedNamesAreReplacedOrListed(@ForAll("typed") Typed typed) {
        Identity identity = typed.identity();
        boolean recognised = MarkPolicy.normaliseNames(List.of(typed.text())).stream()
                .anyMatch(MarkPolicy.nameMarks(identity.names())::contains);
        if (recognised) {
            NameSpellings.NameFindings found = spellings(identity).find(typed.text());
            assertThat(found.named() || !found.mentions().isEmpty())
                    .as(typed.text())
                    .isTrue();
        }
    }

    /** The whole name is recognised at entry however its letters are spaced or look, and replaced. */
    @Property
    void disguisedNamesAreRecognisedAndReplaced(
            @ForAll("words") String given, @ForAll("words") String family, @ForAll @IntRange(max = 3) int spelling) {
        Assume.that(!PARTICLE.equals(given) && !PARTICLE.equals(family));
        Identity identity = new Identity(given, family, List.of(), List.of(), List.of(), null);
        String text = SPELLINGS.get(SPELLINGS.size() - 4 + spelling).apply(given + " " + family);
        assertThat(MarkPolicy.normaliseNames(List.of(text)))
                .as(text)
                .containsAnyElementsOf(MarkPolicy.nameMarks(identity.names()));
        assertThat(spellings(identity).isIn(text)).as(text).isTrue();
    }

    /** Texts without all words of the name are not rewritten; the replacement is idempotent. */
    @Property
    void leavesTextsAboutOthersUnchanged(
            @ForAll("words") String given,
            @ForAll("words") String family,
            @ForAll List<@net.jqwik.api.From("words") String> others) {
        Identity identity = new Identity(given, family, List.of(), List.of(), List.of(), null);
        String text = String.join(" ", others);
        NameSpellings hers = spellings(identity);
        String said = hers.replace(text, "Colibri");
        boolean hasBoth = others.contains(given) && others.contains(family);
        if (!hasBoth) {
            assertThat(said).isEqualTo(text);
        }
        assertThat(hers.replace(said, "Colibri")).isEqualTo(said);
    }

    private static NameSpellings spellings(Identity identity) {
        return NameSpellings.of(identity.names(), identity.givenName(), identity.familyName(), List.of());
    }
}
