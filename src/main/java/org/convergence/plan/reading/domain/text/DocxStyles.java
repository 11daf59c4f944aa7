package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paragraph styles of a Word file: which are headings, which are lists, which are bold. */
final class DocxStyles {

    private static final Pattern HEADING = Pattern.compile("(?:heading|titre|überschrift|título) ?([1-9])");
    private static final int DEEP = 20;

    /** One style as defined in the file; missing properties come from the style it is based on. */
    private static final class DocxStyle {
        String name = "";

        @Nullable
        String basedOn;

        @Nullable
        Integer outline;

        @Nullable
        String list;

        @Nullable
        Integer level;

        @Nullable
        Boolean bold;

        @Nullable
        Integer halfPoints;
    }

    private final Map<String, DocxStyle> styles = new HashMap<>();

    static DocxStyles read(@Nullable XmlPart part) throws IOException {
        DocxStyles styles = new DocxStyles();
        while (part != null && part.next()) {
            if (part.isStartOf("style")) {
                styles.add(part);
            }
        }
        return styles;
    }

    private void add(XmlPart xml) throws IOException {
        String id = xml.attribute("styleId");
        DocxStyle style = new DocxStyle();
        while (xml.next() && !xml.isEndOf("style")) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "name" -> style.name = xml.value().toLowerCase(Locale.ROOT);
                    case "basedOn" -> style.basedOn = xml.value();
                    case "outlineLvl" -> style.outline = xml.value(9);
                    case "numId" -> style.list = xml.value();
                    case "ilvl" -> style.level = xml.value(0);
                    case "b" -> style.bold = xml.isOn();
                    case "sz" -> style.halfPoints = xml.value(0);
                    default -> {
                        // Colours, borders and the like do not affect the structure.
                    }
                }
            }
        }
        styles.put(id == null ? "" : id, style);
    }

    private <T> @Nullable T first(String id, Function<DocxStyle, @Nullable T> what) {
        DocxStyle style = styles.get(id);
        for (int i = 0; style != null && i < DEEP; i++) {
            T found = what.apply(style);
            if (found != null) {
                return found;
            }
            style = style.basedOn == null ? null : styles.get(style.basedOn);
        }
        return null;
    }

    /** Level of a heading style, from 1, or 0; the title of the document is level 0. */
    int heading(String id) {
        Integer named = first(id, style -> {
            Matcher matcher = HEADING.matcher(style.name);
            return matcher.matches() ? (Integer) Integer.parseInt(matcher.group(1)) : null;
        });
        if (named != null) {
            return named;
        }
        Integer outline = first(id, style -> style.outline);
        return outline == null || outline > 8 ? 0 : outline + 1;
    }

    /** A line of a table of contents. */
    boolean isContents(String id) {
        DocxStyle style = styles.get(id);
        return style != null && (style.name.startsWith("toc ") || style.name.startsWith("tm "));
    }

    @Nullable
    String list(String id) {
        return first(id, style -> style.list);
    }

    int level(String id) {
        Integer level = first(id, style -> style.level);
        return level == null ? 0 : level;
    }

    boolean bold(String id) {
        return Boolean.TRUE.equals(first(id, style -> style.bold));
    }

    int size(String id) {
        Integer size = first(id, style -> style.halfPoints);
        return size == null ? 0 : size / 2;
    }
}
