/** Results that the map and the ranking can show: columns of `economies` in run.json. */
export const measures = [
    'real_income_pct',
    'real_income_musd',
    'gdp_real_pct',
    'real_wage_pct',
    'terms_of_trade_pct',
    'exports_pct',
    'imports_pct',
    'trade_with_members_pct',
    'price_index_pct',
] as const;
