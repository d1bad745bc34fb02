/** Invented people: names that could be anybody's in France, spread over real communes. */
export const firstNames =
  `Adèle Ahmed Alain Alice Aminata Anaïs André Antoine Arthur Aurélie Bastien Béatrice Benoît Camille Carole
Cédric Chantal Claire Clément Colette Damien Delphine Denis Élise Émile Emma Éric Estelle Fanny Farid Fatou Florence
Franck Gaëlle Georges Gilles Guillaume Hakim Hugo Isabelle Jacques Jeanne Jérôme Joël Josiane Julie Karim Laurence
Léa Léo Louise Lucas Lucie Mamadou Manon Marc Margot Marion Mathis Mehdi Michèle Mireille Monique Nadia Nathalie Noé
Odile Olivier Pascal Patricia Paul Pierrick Quentin Rachid Raphaëlle Régine Rémi Roger Romane Rose Salomé Sarah Serge
Simone Solène Sonia Stéphane Sylvie Théo Thierry Valentin Véronique Vincent Xavier Yasmine Yvette Zoé`.split(/\s+/);

export const lastNames =
  `Achard Allain Arnaud Aubert Barbier Bascou Belkacem Benali Berger Besson Blanchet Bouchet Boyer Brunel
Carlier Chabrol Chastel Chevalier Colin Cordier Da-Costa Delmas Deschamps Diallo Dubreuil Duclos Dupuis Durif Espinasse
Fabre Fayolle Fernandes Fontaine Fournier Gaillard Garcia Gauthier Giraud Gouttebel Guérin Haddad Hamon Hébert Imbert
Jacquet Joly Jourdan Kaddour Keller Konaté Lacombe Lafarge Lebrun Leclercq Legrand Lemaître Lopez Mallet Marchand Martinez
Mercier Meunier Michelin Monier Morel Nguyen Noyer Orliac Pagès Pelletier Péricard Perrin Pinto Poirier Prévost Rabier
Raynaud Renard Ribeiro Rigaud Rouvière Roux Sabatier Sanchez Savary Tailhandier Tessier Thévenet Touré Traoré Vacher
Vialatte Vidal Vigier Weber Zerrouki`.split(/\s+/);

/** Puy-de-Dôme and around: half of the crowd lives here. */
export const around =
  `63113 63113 63113 63113 63113 63113 63124 63178 63300 63430 63075 63014 63032 63164 63284 63003 63069 63070
63103 63108 63193 63308 63354 63195`.split(/\s+/);

/** Elsewhere in France, overseas and abroad. */
export const elsewhere =
  `75111 75120 75118 75113 69383 69387 13201 13208 59350 44109 31555 35238 33063 67482 34172 38185 42218
29019 87085 72181 76540 86194 37261 45234 03310 03190 15014 43157 19031 97411 97209 97105 97302 64102 66136 80021 25056
FE-DE FE-BE FE-CA FE-MA`.split(/\s+/);

/** Where two debates of elsewhere are held: enough people for them, and more in Clermont-Ferrand. */
export const neighbours =
  `63113 63113 63113 63113 59350 59350 59512 59599 59183 59606 59178 59350 69383 69383 69383 69383`.split(/\s+/);

const women = new Set(
  `Adèle Alice Aminata Anaïs Aurélie Béatrice Carole Chantal Claire Colette Delphine Élise Emma Estelle Fanny Fatou
Florence Gaëlle Isabelle Jeanne Josiane Julie Laurence Léa Lina Louise Lucie Manon Margot Marion Michèle Mireille Monique
Nadia Nathalie Odile Patricia Raphaëlle Régine Romane Rosa Rose Salomé Sarah Simone Solène Sonia Sylvie Véronique Yasmine
Yvette Zoé`.split(/\s+/),
);

/** Whether words like « élue » or « élu » go with a name of the demo; undefined where either does. */
export function heardAs(name: string): "f" | "m" | undefined {
  const first = name.split(" ")[0] ?? "";
  if (first === "Camille") return undefined;
  return women.has(first) ? "f" : "m";
}
