package org.symbolon.it;

/** All that the library does over HTTP as it comes, on whatever server. */
interface HttpTests
    extends ProtectionTests,
        OptionalTests,
        AntiCsrfTests,
        RoleTests,
        StatusTests,
        RefreshTests,
        CookieTests,
        LoginTests,
        LastWordTests,
        EndingTests,
        ForcedLogoutTests,
        OtherSessionTests,
        TossedCookieTests,
        CookieModeTests,
        HeaderModeTests,
        GenerationTests,
        ClaimTests {}
