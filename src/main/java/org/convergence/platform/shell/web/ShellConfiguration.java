package org.convergence.platform.shell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.CurrentTextChecks;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SavedFormInterceptor;
import org.convergence.platform.shell.TextCheck;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Configures Spring MVC: templates as views, forms as arguments, static files, languages. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration {

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, ShellConfiguration.class.getClassLoader(), "org.convergence");
    }

    /** With a bean of this name, Spring Boot does not add its own resolver of views. */
    @Bean
    ViewResolver viewResolver(TemplateEngine templates, ShellFactory frames) {
        return (name, locale) -> new JteView(templates, name, frames);
    }

    @Bean
    StaticFiles assets() {
        return new StaticFiles();
    }

    @Bean
    HandlerMapping assetMapping(StaticFiles assets) {
        StaticFileHandler handler = new StaticFileHandler(assets);
        var mapping = new SimpleUrlHandlerMapping(Map.of("/static/**", handler, "/favicon.ico", handler));
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    @Bean
    static WebMvcRegistrations routes(PlatformTransactionManager transactions) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new PageHandlerAdapter(transactions);
            }

            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PrefixRouteMapping();
            }
        };
    }

    /** Sends an ordinary page in one write: with the 8 kB that the server keeps otherwise, one of 30 kB takes four. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> writes() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", String.valueOf(32 * 1024)));
    }

    @Bean
    RequestLanguageResolver localeResolver(CachedSettings settings) {
        return new RequestLanguageResolver(settings);
    }

    @Bean
    static WebMvcConfigurer forms(
            ObjectProvider<SavedFormInterceptor> kept,
            ObjectProvider<ShellFactory> frames,
            ObjectProvider<TextCheck> checks) {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverterFactory(new IdentifierConverter());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FormArgumentResolver());
                resolvers.add(new WordsArgumentResolver(frames.getObject()));
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new JsonRequestConverter());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new TextCheckInterceptor(checks.stream().toList()));
                registry.addInterceptor(new ApiFormFields()).addPathPatterns("/api/**");
                registry.addInterceptor(kept.getObject()).excludePathPatterns("/static/**", "/api/**");
            }
        };
    }

    /** Reads typed ids in addresses, so that a controller declares {@code @PathVariable ProspectId id}. */
    private static final class IdentifierConverter implements ConverterFactory<String, Identifier> {

        @Override
        public <T extends Identifier> Converter<String, T> getConverter(Class<T> type) {
            var constructor = BeanUtils.getResolvableConstructor(type);
            return text -> BeanUtils.instantiateClass(
                    constructor, TextParser.id(text).orElseThrow(() -> new IllegalArgumentException("no id: " + text)));
        }
    }

    /** Passes the request's {@link Form} to a controller. */
    private static final class FormArgumentResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Form.class;
        }

        @Override
        public Form resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            MultipartRequest files = request.getNativeRequest(MultipartRequest.class);
            Map<String, List<MultipartFile>> chosen =
                    files == null ? Map.of() : new LinkedHashMap<>(files.getMultiFileMap());
            return Form.ofRequest(request.getParameterMap(), chosen);
        }
    }

    /** Passes the reader's {@link Words} to a controller, for text outside templates. */
    private record WordsArgumentResolver(ShellFactory frames) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Words.class;
        }

        @Override
        public Words resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return frames.words(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }

    /** Has the texts checked that a request sends to be stored; a search is not. */
    private record TextCheckInterceptor(List<TextCheck> checks) implements HandlerInterceptor {

        private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!READS.contains(request.getMethod())) {
                CurrentTextChecks.set(checks);
            }
            return true;
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
            CurrentTextChecks.clear();
        }
    }
}
