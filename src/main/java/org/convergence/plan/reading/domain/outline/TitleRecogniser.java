package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.text.LineCell;
import org.convergence.plan.reading.domain.text.LineLook;
import org.jspecify.annotations.Nullable;

/** Recognises titles by their look: heading style, larger type, capitals, bold, or a short line above a list. */
final class TitleRecogniser {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 22;
    private static final int MOST_WORDS_PLAIN = 16;

    private static final int ORDINARY_SIZE = 11;

    /** A condition above a list is a sentence about it, not its title. */
    private static final Pattern CONDITION = Pattern.compile(
            "(?:en fonction|selon|si|s'|lorsque?|lorsqu'|quand|sous reserve|"
                    + "dans la mesure|sur demande|au besoin|conditionnel|if|when|where|subject|depending|as|pending|on request)\\b");

    private final int bodySize;

    TitleRecogniser(List<TextBlock> blocks) {
        Map<Integer, Integer> characters = new HashMap<>();
        for (TextBlock block : blocks) {
            characters.merge(block.look().size(), block.text().length(), Integer::sum);
        }
        this.bodySize = characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** The same blocks, with titles marked and numbered titles distinguished from numbered items. */
    List<TextBlock> recognise(List<TextBlock> blocks) {
        List<TextBlock> out = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            TextBlock next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            out.add(block.withMark(mark(block, next)));
        }
        return out;
    }

    private LineMark mark(TextBlock block, @Nullable TextBlock next) {
        LineMark mark = block.mark();
        String look = look(block);
        if (mark.hasKind(LineMarkKind.NUMBER) && mark.depth() == 1 && !look.isEmpty() && !mark.isItem()) {
            return mark.withKey(mark.key() + look);
        }
        if (!mark.hasKind(LineMarkKind.NONE)) {
            return mark;
        }
        if (!look.isEmpty()) {
            return LineMark.title(look, block.look().heading()).withWritten(mark.written());
        }
        boolean overList = next != null && isListed(next.mark());
        return overList && block.cell() == null && isPlainTitle(block) ? LineMark.title("T:plain", 0) : mark;
    }

    private static boolean isListed(LineMark mark) {
        return mark.hasKind(LineMarkKind.BULLET)
                || mark.hasKind(LineMarkKind.NUMBER)
                || mark.hasKind(LineMarkKind.LABEL);
    }

    private String look(TextBlock block) {
        LineLook look = block.look();
        String text = block.text();
        if (look.heading() > 0) {
            return "T:H" + look.heading();
        }
        boolean shortEnough = text.length() <= LONGEST && TextAnalysis.count(text, MOST_WORDS + 1) <= MOST_WORDS;
        boolean sentence = text.endsWith(".") || text.endsWith(";") || text.endsWith(",");
        if (!shortEnough || text.isEmpty() || block.mark().hasKind(LineMarkKind.LABEL)) {
            return "";
        }
        if (look.size() >= (bodySize == 0 ? ORDINARY_SIZE : bodySize) + 2) {
            return "T:S" + look.size();
        }
        LineCell cell = block.cell();
        if (TextAnalysis.isAllCapitals(text) && (cell == null || cell.span() > 1)) {
            return "T:caps";
        }
        return look.strong() && !sentence ? "T:bold" : "";
    }

    /** A short line that begins with a capital and is not a sentence. */
    private static boolean isPlainTitle(TextBlock block) {
        String text = block.text();
        boolean colon = text.endsWith(":");
        if (CONDITION.matcher(TextAnalysis.foldInPlace(text)).lookingAt()) {
            return false;
        }
        boolean capital = !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
        boolean over = (TextAnalysis.endsSentence(text) && !colon) || text.endsWith(";") || text.endsWith(",");
        return capital && !over && TextAnalysis.count(text, 20) <= (colon ? 6 : MOST_WORDS_PLAIN);
    }
}
