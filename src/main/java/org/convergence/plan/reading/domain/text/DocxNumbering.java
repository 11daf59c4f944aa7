package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.convergence.plan.reading.domain.text.ListNumbering.ListLevel;
import org.convergence.plan.reading.domain.text.ListNumbering.NumberStyle;
import org.jspecify.annotations.Nullable;

/** The lists defined by a Word file, and the numbers of their items in order. */
final class DocxNumbering {

    private static final ListLevel PLAIN = new ListLevel(1, NumberStyle.BULLET, "•");

    private final Map<String, ListLevel[]> kinds = new HashMap<>();
    private final Map<String, String> kindOfList = new HashMap<>();
    private final Map<String, Integer> levelOfStyle = new HashMap<>();
    private final Set<String> restarts = new HashSet<>();
    private final ListNumbering numbers = new ListNumbering();

    static DocxNumbering read(@Nullable XmlPart part) throws IOException {
        DocxNumbering numbering = new DocxNumbering();
        if (part != null) {
            numbering.fill(part);
        }
        return numbering;
    }

    private void fill(XmlPart xml) throws IOException {
        String kind = "";
        String list = "";
        while (xml.next()) {
            if (xml.isStartOf("abstractNum")) {
                kind = String.valueOf(xml.attribute("abstractNumId"));
            } else if (xml.isStartOf("num")) {
                list = String.valueOf(xml.attribute("numId"));
            } else if (xml.isStartOf("abstractNumId") && !list.isEmpty()) {
                kindOfList.put(list, xml.value());
            } else if (xml.isStartOf("lvlOverride")) {
                restarts.add(list);
                xml.skip();
            } else if (xml.isStartOf("lvl")) {
                level(xml, kind);
            }
        }
    }

    private void level(XmlPart xml, String kind) throws IOException {
        int depth = Math.min(8, Math.max(0, XmlPart.number(xml.attribute("ilvl"), 0)));
        int start = 1;
        String style = "decimal";
        String pattern = "";
        while (xml.next() && !xml.isEndOf("lvl")) {
            if (xml.isStartOf("start")) {
                start = xml.value(1);
            } else if (xml.isStartOf("numFmt")) {
                style = xml.value();
            } else if (xml.isStartOf("lvlText")) {
                pattern = xml.value();
            } else if (xml.isStartOf("pStyle")) {
                levelOfStyle.put(xml.value(), depth);
            }
        }
        ListLevel[] levels = kinds.computeIfAbsent(kind, key -> {
            ListLevel[] all = new ListLevel[9];
            Arrays.fill(all, PLAIN);
            return all;
        });
        levels[depth] = new ListLevel(start, NumberStyle.of(style), pattern);
    }

    /** The level to which the list ties a style, or the other one. */
    int levelOf(String style, int other) {
        return levelOfStyle.getOrDefault(style, other);
    }

    /** The number or bullet of the next item. */
    String next(String list, int depth) {
        String kind = kindOfList.get(list);
        ListLevel[] levels = kind == null ? null : kinds.get(kind);
        if (kind == null || levels == null) {
            return PLAIN.pattern();
        }
        if (restarts.remove(list)) {
            numbers.restart(kind);
        }
        return numbers.next(kind, depth, levels);
    }
}
