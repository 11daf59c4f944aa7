package org.convergence.platform.redaction;

import org.convergence.platform.redaction.Mention.MentionKind;

/** Finds names joined to one word, in hashtags, handles and names of files also one name among others, and logins. */
record JoinedWordFinder(NameFinder finder, NameWords names, NormalizedText text, WordList words) {

    /** In small letters, a name within a tag is recognised by its length. */
    private static final int SHORTEST_IN_TAG = 5;

    private static final int SHORTEST_JOINED_IN_TAG = 8;

    /** @param spelled whether words may have been spelled letter by letter, so that their letters joined are a name */
    void find(NameIndex index, boolean spelled) {
        for (int i = 0; i < words.size(); i++) {
            if (words.length(i) >= index.shortestJoined() && index.holdsJoined(text, words.start(i), words.end(i))) {
                boolean certain = spelled && isSpelled(i) && names.joined().isCertain(words.word(i));
                int end = beforeEnding(words.start(i), words.end(i));
                if (end < words.end(i)) {
                    finder.addLetters(i, words.start(i), end, MentionKind.JOINED);
                } else {
                    finder.add(i, i, certain ? null : MentionKind.JOINED);
                }
            } else if (isTag(i) || (text.isFileName() && words.isLetters(i) && !words.isOfName(i))) {
                findInTag(i);
            } else if (isWholeLocalPart(i) && names.joined().isLogin(words.word(i))) {
                finder.add(i, i, MentionKind.JOINED);
            }
        }
    }

    /** Whether the word has other characters between its letters, on one line. */
    private boolean isSpelled(int word) {
        if (text.source()
                        .substring(text.from(words.start(word)), text.to(words.end(word) - 1))
                        .indexOf('\n')
                >= 0) {
            return false;
        }
        for (int i = words.start(word) + 1; i < words.end(word); i++) {
            if (text.from(i) == text.to(i - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a hashtag, or a handle of a network, and no mail address. */
    private boolean isTag(int word) {
        int sign = words.start(word) - 1;
        return words.isLetters(word)
                && (text.hasLetterAt(sign, '#') || text.hasLetterAt(sign, '@'))
                && !text.isWord(sign - 1)
                && !text.hasLetterAt(sign - 1, '.');
    }

    /** Whether the word is all that stands before the sign of a mail address. */
    private boolean isWholeLocalPart(int word) {
        return text.hasLetterAt(words.end(word), '@')
                && !text.isWord(words.start(word) - 1)
                && (words.start(word) == 0 || "._+-".indexOf(text.at(words.start(word) - 1)) < 0);
    }

    private void findInTag(int word) {
        int start = words.start(word);
        int end = words.end(word);
        String tag = words.word(word);
        if (names.joined().isLogin(tag)) {
            finder.add(word, word, MentionKind.JOINED);
            return;
        }
        int from = end;
        int to = start;
        MentionKind kind = MentionKind.PART;
        for (String each : names.joined().all()) {
            int at = each.length() < SHORTEST_JOINED_IN_TAG ? -1 : tag.indexOf(each);
            if (at >= 0) {
                kind = MentionKind.JOINED;
                from = Math.min(from, start + at);
                to = Math.max(to, start + at + each.length());
            }
        }
        for (String each : names.partWords()) {
            for (int at = tag.indexOf(each); at >= 0; at = tag.indexOf(each, at + 1)) {
                if (isNameInTag(each, start + at, start, end)) {
                    from = Math.min(from, start + at);
                    to = Math.max(to, start + at + each.length());
                }
            }
        }
        to = beforeEnding(from, to);
        if (from < to) {
            finder.addLetters(word, from, to, kind);
        }
    }

    /** The end of letters without the ending of a file's name: between letters that are read together, its point is none. */
    private int beforeEnding(int from, int to) {
        int ending = text.isFileName() ? text.source().lastIndexOf('.') : -1;
        int end = to;
        while (from < end && ending > text.from(from) && text.to(end - 1) > ending) {
            end--;
        }
        return end;
    }

    private boolean isNameInTag(String name, int at, int start, int end) {
        int after = at + name.length();
        boolean ordinary = OrdinaryWords.contains(name);
        boolean between = (at == start || text.isCapital(at)) && (after == end || text.isCapital(after));
        if (between && (text.isCapital(at) || !ordinary)) {
            return true;
        }
        return !ordinary && name.length() >= SHORTEST_IN_TAG && (at == start || after == end);
    }
}
