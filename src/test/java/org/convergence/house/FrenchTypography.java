package org.convergence.house;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds typography that departs from the OQLF's advice (R-TYPO-1, R-TYPO-2). */
final class FrenchTypography {

    private static final Map<String, Pattern> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("apostrophe ' instead of ’", Pattern.compile("(?<=\\p{L})'(?=\\p{L})"));
        FAULTS.put("space before ; ! or ?", Pattern.compile("[ \u00a0\u202f][;!?]"));
        FAULTS.put("no no-break space before :", Pattern.compile("(?<![\u00a0\\d]):(?!//)|(?<=\\d):(?!\\d)"));
        FAULTS.put("no no-break space before » or after «", Pattern.compile("(?<!\u00a0)»|«(?!\u00a0)"));
        FAULTS.put("no no-break space before %", Pattern.compile("(?<!\u00a0)%"));
        FAULTS.put("straight quotation mark", Pattern.compile("\""));
        FAULTS.put("three points instead of …", Pattern.compile("\\.\\.\\."));
        FAULTS.put("two spaces", Pattern.compile("[ \u00a0]{2}"));
    }

    private FrenchTypography() {}

    static List<String> faults(String pattern) {
        String text = text(pattern);
        List<String> faults = new ArrayList<>();
        FAULTS.forEach((fault, where) -> {
            if (where.matcher(text).find()) {
                faults.add(fault);
            }
        });
        return faults;
    }

    /** The text of the message, without its syntax; each argument is shown as the letter X. */
    private static String text(String pattern) {
        MessagePattern parts = new MessagePattern(pattern);
        StringBuilder text = new StringBuilder();
        int from = 0;
        int depth = 0;
        boolean words = true;
        for (int i = 0; i < parts.countParts(); i++) {
            Part part = parts.getPart(i);
            if (words && part.getIndex() > from) {
                text.append(pattern, from, part.getIndex());
            }
            from = part.getLimit();
            if (part.getType() == Part.Type.MSG_START) {
                words = true;
                text.append(depth++ > 0 ? "\n" : "");
            } else if (part.getType() == Part.Type.MSG_LIMIT) {
                words = --depth == 0;
                text.append(depth > 0 ? "\n" : "");
            } else if (part.getType() == Part.Type.ARG_START) {
                words = false;
            } else if (part.getType() == Part.Type.ARG_LIMIT) {
                words = true;
                text.append('X');
            } else if (part.getType() == Part.Type.REPLACE_NUMBER) {
                text.append('X');
            }
        }
        return text.toString();
    }
}
