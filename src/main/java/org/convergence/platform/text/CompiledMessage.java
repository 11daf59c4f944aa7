package org.convergence.platform.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A compiled message. Most have no argument or simple ones, and a page has hundreds: those are joined here, in a
 * fraction of ICU's time; ICU formats plurals and choices.
 */
interface CompiledMessage {

    /** The text, with arguments by name; numbered ones are named 0, 1 … */
    String format(Map<String, ?> arguments, Words words);

    static CompiledMessage plain(String text) {
        return (arguments, words) -> text;
    }

    /**
     * Compiles a message.
     *
     * @throws IllegalArgumentException if it is not an ICU message
     */
    static CompiledMessage compile(String pattern, Language language) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return plain(pattern);
        }
        String marked = language == Language.FRENCH ? FrenchElision.mark(pattern) : pattern;
        MessagePattern parts = new MessagePattern(marked);
        CompiledMessage message = isSimple(parts) ? simple(parts) : choosing(marked, language);
        boolean elided = FrenchElision.isMarked(marked);
        return (arguments, words) -> {
            String said = message.format(arguments, words);
            // A message that ends with an hour, "8 p.m.", already has its full stop.
            return (elided ? FrenchElision.elide(said) : said).replace(".m..", ".m.");
        };
    }

    private static boolean isSimple(MessagePattern parts) {
        for (int i = 0; i < parts.countParts(); i++) {
            Part part = parts.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() != MessagePattern.ArgType.NONE) {
                return false;
            }
        }
        return true;
    }

    private static CompiledMessage simple(MessagePattern parts) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < parts.countParts(); i++) {
            Part part = parts.getPart(i);
            if (part.getType() == Part.Type.ARG_NAME || part.getType() == Part.Type.ARG_NUMBER) {
                names.add(parts.getSubstring(part));
                continue;
            }
            if (part.getType() != Part.Type.ARG_LIMIT) {
                text.append(parts.getPatternString(), from, part.getIndex());
            }
            if (part.getType() == Part.Type.ARG_START) {
                texts.add(text.toString());
                text.setLength(0);
            }
            from = part.getLimit();
        }
        texts.add(text.toString());
        return (arguments, words) -> {
            StringBuilder said = new StringBuilder(texts.get(0));
            for (int i = 0; i < names.size(); i++) {
                said.append(words.plain(arguments.get(names.get(i)))).append(texts.get(i + 1));
            }
            return said.toString();
        };
    }

    private static CompiledMessage choosing(String pattern, Language language) {
        MessageFormat format = new MessageFormat(pattern, language.locale());
        return (arguments, words) -> {
            Map<String, Object> given = new HashMap<>();
            arguments.forEach((name, value) -> given.put(name, value instanceof Number ? value : words.plain(value)));
            // ICU's format keeps state while it writes.
            synchronized (format) {
                return format.format(given);
            }
        };
    }
}
