package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void movesHeadingsDownAndKeepsListsAndEmphasis() {
        assertThat(Markdown.toHtml("# Titre\n\nUn *mot* **fort**.\n\n- un\n- deux", 2)
                        .html())
                .contains("<h3>Titre</h3>", "<em>mot</em>", "<strong>fort</strong>", "<li>un</li>");
        assertThat(Markdown.toHtml("###### Fond", 3).html()).contains("<h6>Fond</h6>");
    }

    @Test
    void showsHtmlAsText() {
        assertThat(Markdown.toHtml("<script>alert(1)</script> <b onclick='x'>gras</b>", 1)
                        .html())
                .doesNotContain("<script", "<b")
                .contains("&lt;script&gt;");
    }

    @Test
    void allowsOnlyWebAndMailLinks() {
        assertThat(Markdown.toHtml("[ici](https://exemple.org/a?b=1&c=2)", 0).html())
                .contains("href=\"https://exemple.org/a?b&#61;1&amp;c&#61;2\"", "noopener");
        assertThat(Markdown.toHtml("[x](javascript:alert(1)) [y](data:text/html,z)", 0)
                        .html())
                .doesNotContain("javascript", "data:");
    }

    @Test
    void rejectsPathsToOtherSites() {
        for (String address : new String[] {"//evil.example", "\\\\evil.example", "/\\evil.example"}) {
            assertThat(Markdown.toHtml("[lien](" + address + ")", 0).html())
                    .as(address)
                    .doesNotContain("href");
        }
        assertThat(Markdown.toHtml("[lien](/plan)", 0).html()).contains("href=\"/plan\"");
    }

    @Test
    void removesPictures() {
        assertThat(Markdown.toHtml("![vue](https://exemple.org/p.png)", 0).html())
                .doesNotContain("<img", "p.png");
    }

    @Test
    void keepsTextOnly() {
        assertThat(Markdown.toText("# Titre\n\nUn *mot* [ici](https://exemple.org).\n\n- un\n- deux"))
                .contains("Titre", "Un mot")
                .doesNotContain("*", "#");
    }
}
