package org.convergence.platform.search.web;

import org.convergence.platform.access.Requires;
import org.convergence.platform.search.SearchPermissions;
import org.convergence.platform.search.domain.SearchService;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search page; while the user types, a few suggestions at the same address. */
@Controller
record SearchController(SearchService searchService) {

    private static final int SUGGESTED = 4;
    private static final int SHOWN = 20;

    @Requires(SearchPermissions.USE)
    @GetMapping("/search")
    ModelAndView find(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean suggest,
            Words t) {
        SearchPage page = new SearchPage(query, searchService.find(query, suggest ? SUGGESTED : SHOWN, t));
        return PageView.pageOrFragment("platform/search/search", "platform/search/suggestions", page);
    }
}
